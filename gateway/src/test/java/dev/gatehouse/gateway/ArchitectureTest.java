package dev.gatehouse.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import java.time.Clock;
import java.util.stream.Stream;

/** The arrows of the pictures in {@code docs/architecture.md}, whose tables name the rule that holds each sentence. */
@AnalyzeClasses(
        packages = {"dev.gatehouse.gateway", "dev.gatehouse.model"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gatehouse.gateway";
    private static final String[] CARRIERS = {".upstream.lane..", ".upstream.thread..", ".upstream.session.."};
    private static final String[] WAY = {".door..", ".dialect..", ".plan..", ".relay..", ".api.."};
    private static final String[] IMPURE = {
        "io.undertow..",
        "org.xnio..",
        "org.slf4j..",
        "java.net.http..",
        "java.nio.channels..",
        "java.nio.file..",
        "java.util.concurrent.."
    };

    // The way of a request, from left to right

    @ArchTest
    static final ArchRule onlyTheDoorKnowsTheHttpServer = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".door..", ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.undertow.server..");

    @ArchTest
    static final ArchRule dialectIsPure = pure(".dialect..");

    @ArchTest
    static final ArchRule dialectKnowsNoWay = noArrow(".dialect..", all(CARRIERS, ".door..", ".relay..", ".api.."));

    @ArchTest
    static final ArchRule planIsPure = pure(".plan..");

    @ArchTest
    static final ArchRule planKnowsNeitherWordsNorWay =
            noArrow(".plan..", all(CARRIERS, ".door..", ".dialect..", ".relay..", ".api.."));

    @ArchTest
    static final ArchRule onlyPlanAsksTheDecider = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".plan..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Decider.class);

    /** What goes through is planned, however it goes; only what is seen of a page is asked for entry by entry. */
    @ArchTest
    static final ArchRule onlyPlansLetSomethingThrough = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".door..", ROOT + ".dialect..", ROOT + ".relay..")
            .should()
            .callMethod(Caller.class, "decide", Action.class);

    @ArchTest
    static final ArchRule relayKnowsNoDoor =
            noArrow(".relay..", ".door..", ".api..", "io.undertow.server..", "java.net.http..");

    @ArchTest
    static final ArchRule upstreamKnowsNoCaller =
            noArrow(".upstream..", all(WAY, ".catalogue..", ".access..", ".limits.."));

    @ArchTest
    static final ArchRule wordsAboutUpstreamsAreNoCarriers =
            noArrow(".upstream", all(CARRIERS, "io.undertow..", "org.xnio..", "java.net.http..", "org.slf4j.."));

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

    // Beside it

    @ArchTest
    static final ArchRule codecKnowsNothingElse = classes()
            .that()
            .resideInAPackage(ROOT + ".mcp..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".mcp..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @ArchTest
    static final ArchRule codecIsPure = pure(".mcp..");

    @ArchTest
    static final ArchRule ledgerKnowsNoRequestAndNoUpstream = noArrow(
            ".ledger..",
            all(
                    WAY,
                    ".upstream..",
                    ".catalogue..",
                    ".session..",
                    ".audit..",
                    ".metrics..",
                    "io.undertow..",
                    "org.xnio..",
                    "org.slf4j..",
                    "java.net.."));

    @ArchTest
    static final ArchRule auditAndMetricsOnlyListen =
            noArrow(".(audit|metrics)..", all(WAY, ".upstream..", ".catalogue..", ".session..", ".limits.."));

    @ArchTest
    static final ArchRule catalogueKnowsNoRequest =
            noArrow(".catalogue..", ".door..", ".dialect..", ".plan", ".relay..", ".api..", "io.undertow.server..");

    @ArchTest
    static final ArchRule sightStandsBelow = noArrow(
            ".plan.sight..", ".door..", ".dialect..", ".plan", ".relay..", ".api..", ".catalogue..", ".upstream..");

    @ArchTest
    static final ArchRule sessionsKnowNoHttp = noArrow(
            ".session..",
            all(WAY, ".access..", ".upstream..", ".catalogue..", "io.undertow..", "org.xnio..", "java.net.."));

    @ArchTest
    static final ArchRule configurationKnowsNoServer = noArrow(
            ".(access|audit|limits|metrics)..", all(WAY, ".upstream..", ".catalogue..", "io.undertow..", "org.xnio.."));

    @ArchTest
    static final ArchRule proofsKnowNoConfigurationAndNoNetwork = noArrow(
            ".serviceaccount..", all(WAY, ".access..", "io.undertow..", "org.xnio..", "java.net..", "java.nio.file.."));

    @ArchTest
    static final ArchRule channelsAndCertificatesStandBelow = noArrow(
            ".(channel|tls)..",
            all(WAY, ".upstream..", ".catalogue..", ".access..", ".session..", ".ledger..", ".mcp.."));

    @ArchTest
    static final ArchRule nothingBelowKnowsTheManagementApi = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".api..");

    @ArchTest
    static final ArchRule managementApiHasNoWayToAServerOfItsOwn = noArrow(
            ".api..",
            ".source.(directory|link|git)..",
            ".session..",
            ".relay..",
            ".dialect..",
            ".upstream.(lane|thread)..",
            "java.net.http..");

    // The way of a change

    @ArchTest
    static final ArchRule sourcesKnowOnlyTheStore = noArrow(
            ".source..", all(WAY, ".upstream..", ".catalogue..", ".mcp..", ".session..", ".ledger..", "io.undertow.."));

    @ArchTest
    static final ArchRule modelKnowsNoGateway = noClasses()
            .that()
            .resideInAPackage("dev.gatehouse.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(IMPURE, ROOT + "..", "dev.gatehouse.operator.."));

    // The command

    @ArchTest
    static final ArchRule nothingDependsOnTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".cli..", "picocli..");

    @ArchTest
    static final ArchRule clientOfTheApiKnowsNoServer = noArrow(
            ".cli.client..",
            all(WAY, ".upstream..", ".catalogue..", ".access..", ".session..", ".ledger..", ".audit..", ".source.."));

    @ArchTest
    static final ArchRule reportsKnowNoServer = noArrow(
            ".report..", all(WAY, ".upstream..", ".catalogue..", ".access..", ".session..", ".ledger..", ".mcp.."));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static ArchRule pure(String from) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(IMPURE)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class);
    }

    /** Packages that begin with a dot are the gateway's. */
    private static ArchRule noArrow(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(to)
                        .map(name -> name.startsWith(".") ? ROOT + name : name)
                        .toArray(String[]::new));
    }

    private static String[] all(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
