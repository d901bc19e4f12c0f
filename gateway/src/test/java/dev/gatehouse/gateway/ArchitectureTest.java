package dev.gatehouse.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The arrows between packages, and habits that a reader may rely on. */
@AnalyzeClasses(
        packages = {"dev.gatehouse.gateway", "dev.gatehouse.model"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gatehouse.gateway";

    @ArchTest
    static final ArchRule codecKnowsNoServerAndNoNetwork = noClasses()
            .that()
            .resideInAPackage(ROOT + ".mcp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".http..",
                    ROOT + ".upstream..",
                    ROOT + ".access..",
                    "io.undertow..",
                    "org.xnio..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule configurationKnowsNoServer = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".access..", ROOT + ".audit..", ROOT + ".limits..", ROOT + ".metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".http..", ROOT + ".upstream..", "io.undertow..", "org.xnio..");

    @ArchTest
    static final ArchRule onlyServiceAccountTokensAreJose = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".serviceaccount..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule proofsKnowNoConfigurationAndNoNetwork = noClasses()
            .that()
            .resideInAPackage(ROOT + ".serviceaccount..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".access..",
                    ROOT + ".http..",
                    "io.undertow..",
                    "org.xnio..",
                    "java.net..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheManagementApi = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".api..");

    @ArchTest
    static final ArchRule managementApiHasNoWayToAServerOfItsOwn = noClasses()
            .that()
            .resideInAPackage(ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".source.directory..", ROOT + ".session..", "java.net.http..");

    @ArchTest
    static final ArchRule directorySourceKnowsOnlyTheStore = noClasses()
            .that()
            .resideInAPackage(ROOT + ".source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".http..", ROOT + ".upstream..", ROOT + ".mcp..", ROOT + ".session..", "io.undertow..");

    @ArchTest
    static final ArchRule wordsAboutUpstreamsAreNoCarriers = noClasses()
            .that()
            .resideInAPackage(ROOT + ".upstream")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".upstream.lane..",
                    ROOT + ".upstream.thread..",
                    ROOT + ".upstream.session..",
                    "io.undertow..",
                    "org.xnio..",
                    "java.net.http..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule carriersKnowNothingOfEachOther =
            slices().matching(ROOT + ".upstream.(lane|thread)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule aCauseStandsAlone = classes()
            .that()
            .haveNameMatching(".*\\.FailureCause.*")
            .should()
            .onlyDependOnClassesThat()
            .haveNameMatching("(java\\.|\\[|.*\\.FailureCause|.*\\.ledger\\.Outcome).*");

    @ArchTest
    static final ArchRule nothingDependsOnTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".cli..", "picocli..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modelKnowsNoGateway = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "io.undertow..", "org.slf4j..", "java.net.http..");

    @ArchTest
    static final ArchRule noKubernetesClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes..", "io.javaoperatorsdk..", "io.kubernetes..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule oneWayOfLogging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.jboss.logging..", "org.apache.commons.logging..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*\\.[A-Za-z0-9$]*(Util|Utils|Helper|Manager|Impl|Base)")
            .orShould()
            .haveNameMatching(".*\\.Abstract[A-Za-z0-9$]*");

    @ArchTest
    static final ArchRule onlyTheCommandEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should()
            .callMethod(System.class, "exit", int.class);
}
