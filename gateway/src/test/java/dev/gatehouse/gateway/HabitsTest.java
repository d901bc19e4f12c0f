package dev.gatehouse.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Habits that a reader may rely on, whatever the package. */
@AnalyzeClasses(
        packages = {"dev.gatehouse.gateway", "dev.gatehouse.model"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

    private static final String ROOT = "dev.gatehouse.gateway";

    @ArchTest
    static final ArchRule onlyServiceAccountTokensAreJose = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".serviceaccount..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

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
