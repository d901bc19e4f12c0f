package dev.gatehouse.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The arrows of docs/architecture: what in the model may know what. */
@AnalyzeClasses(packages = "dev.gatehouse.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule PACKAGES_KNOW_ONLY_WHAT_STANDS_BEFORE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("resource")
            .definedBy("dev.gatehouse.model.resource..")
            .layer("access")
            .definedBy("dev.gatehouse.model.access..")
            .layer("manifest")
            .definedBy("dev.gatehouse.model.manifest..")
            .layer("memory")
            .definedBy("dev.gatehouse.model.translate.memory..")
            .layer("translate")
            .definedBy("dev.gatehouse.model.translate")
            .layer("link")
            .definedBy("dev.gatehouse.model.link..")
            .layer("rights")
            .definedBy("dev.gatehouse.model.rights..")
            .layer("option")
            .definedBy("dev.gatehouse.model.option..")
            .whereLayer("resource")
            .mayNotAccessAnyLayer()
            .whereLayer("access")
            .mayOnlyAccessLayers("resource")
            .whereLayer("manifest")
            .mayOnlyAccessLayers("resource")
            .whereLayer("memory")
            .mayOnlyAccessLayers("resource", "access")
            .whereLayer("translate")
            .mayOnlyAccessLayers("resource", "access", "memory")
            .whereLayer("link")
            .mayOnlyAccessLayers("resource", "access")
            .whereLayer("rights")
            .mayOnlyAccessLayers("resource", "access")
            .whereLayer("option")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.gatehouse.model.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule MODEL_USES_THE_JDK_JACKSON_A_YAML_PARSER_AND_CRD_ANNOTATIONS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gatehouse.model..",
                    "java..",
                    "javax.net.ssl..",
                    "com.fasterxml.jackson..",
                    "io.fabric8.generator.annotation..",
                    "org.yaml.snakeyaml..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule ONLY_MANIFESTS_KNOW_YAML = noClasses()
            .that()
            .resideOutsideOfPackage("..manifest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..");

    @ArchTest
    static final ArchRule ONLY_THE_LINK_KNOWS_TLS = noClasses()
            .that()
            .resideOutsideOfPackage("..link..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.net.ssl..");

    private static final String[] FILES_THREADS_AND_LOGS = {
        "java.nio.file..",
        "java.nio.channels..",
        "java.net.http..",
        "java.util.concurrent..",
        "java.util.logging..",
        "org.slf4j.."
    };

    private static final String FILES_SOCKETS_AND_PROCESSES =
            "java\\.io\\.(File|RandomAccess|Print).*|java\\.net\\.(.*Socket.*|URL|Inet.*)"
                    + "|java\\.lang\\.(Thread.*|Process.*|Runtime)";

    private static final String PEER_TRUST = "dev.gatehouse.model.link.PeerTrust";

    @ArchTest
    static final ArchRule MODEL_TOUCHES_NO_FILE_SOCKET_THREAD_OR_LOG = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PEER_TRUST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FILES_THREADS_AND_LOGS)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(FILES_SOCKETS_AND_PROCESSES);

    /** The JDK's type makes it name a socket, which it must not use. */
    @ArchTest
    static final ArchRule TRUST_OF_A_PEER_IS_JUDGED_WITHOUT_ITS_SOCKET = noClasses()
            .that()
            .haveFullyQualifiedName(PEER_TRUST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FILES_THREADS_AND_LOGS)
            .orShould()
            .accessClassesThat()
            .haveNameMatching(FILES_SOCKETS_AND_PROCESSES);

    @ArchTest
    static final ArchRule MODEL_READS_NO_CLOCK_RANDOMNESS_OR_ENVIRONMENT = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);
}
