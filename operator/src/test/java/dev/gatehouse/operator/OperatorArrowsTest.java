package dev.gatehouse.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture: what in the operator may know what. */
@AnalyzeClasses(packages = "dev.gatehouse.operator", importOptions = ImportOption.DoNotIncludeTests.class)
class OperatorArrowsTest {

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_GATEWAY =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.gatehouse.gateway..");

    @ArchTest
    static final ArchRule WORLD_PUBLISHING_AND_STATUS_KNOW_NO_CLIENT = noClasses()
            .that()
            .resideInAnyPackage(
                    "..operator.world..", "..operator.publish..", "..operator.status..", "..operator.fleet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes.client..", "io.javaoperatorsdk..", "..operator.reconcile..");

    @ArchTest
    static final ArchRule STATUS_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..operator.status..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
            .orShould()
            .callMethod(java.time.Instant.class, "now");
}
