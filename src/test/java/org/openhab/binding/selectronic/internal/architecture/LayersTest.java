/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.*;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.core.storage.Storage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The arrows between the rooms: who may know whom.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LayersTest {
    private static final String SIMULATOR = "org.openhab.binding.selectronic.simulator";
    private static final String ROOT = "org.openhab.binding.selectronic.internal.";
    private static final JavaClasses BINDING = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.openhab.binding.selectronic.internal");

    /**
     * The room may use the other rooms that are named, the Java platform and null annotations; nothing else of ours.
     */
    private static void mayUse(String room, String... others) {
        List<String> allowed = new ArrayList<>(List.of(ROOT + room + ".."));
        for (String other : others) {
            allowed.add(ROOT + other);
        }
        classes().that().resideInAPackage(ROOT + room + "..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(concat(allowed, "java..", "javax.net..", "org.eclipse.jdt.annotation..",
                        "org.slf4j..", "com.google.gson..", "org.eclipse.jetty.."))
                .check(BINDING);
    }

    private static String[] concat(List<String> ours, String... libraries) {
        List<String> all = new ArrayList<>(ours);
        all.addAll(List.of(libraries));
        return all.toArray(String[]::new);
    }

    @Test
    void modelKnowsNothingOfOurs() {
        mayUse("model");
    }

    @Test
    void sourceKnowsTheModel() {
        mayUse("source", "model..");
    }

    @Test
    void pointGatewayAndPortalKnowSourceAndModel() {
        mayUse("point", "source..", "model..");
        mayUse("http", "source..", "model..");
        mayUse("gateway", "source..", "model..", "point..", "http..");
        mayUse("portal", "source..", "model..", "point..", "http..", "polling..");
    }

    @Test
    void memoryKnowsWordsAndWhatTheyMean() {
        mayUse("splink.memory", "splink.wire..", "source..", "model..");
    }

    @Test
    void pollingKnowsTheContractOfASource() {
        mayUse("polling", "source..", "model..");
    }

    @Test
    void deriveKnowsTheModel() {
        mayUse("derive", "model..");
    }

    @Test
    void forecastKnowsTheModel() {
        mayUse("forecast", "model..");
    }

    @Test
    void diagnosticsKnowWhatIsReportedAndHowItIsAsked() {
        mayUse("diagnostics", "model..", "source..", "splink.wire..", "splink.memory..");
    }

    /** The factory, which joins the rooms, stands outside of them. */
    @Test
    void noRoomsDependOnEachOtherInACircle() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(BINDING);
    }

    @Test
    void actionsDiscoveryAndConsoleAreKnownToTheFactoryOnly() {
        noClasses().that()
                .resideOutsideOfPackages("org.openhab.binding.selectronic.internal", ROOT + "action..",
                        ROOT + "discovery..", ROOT + "console..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "action..", ROOT + "discovery..", ROOT + "console..").check(BINDING);
    }

    @Test
    void textsKnowWhatIsWorded() {
        classes().that().resideInAPackage(ROOT + "text..").should().onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "text..", ROOT + "model..", ROOT + "source..", ROOT + "config..",
                        ROOT + "derive..", ROOT + "history..", ROOT + "forecast..", "java..",
                        "org.eclipse.jdt.annotation..", "org.openhab.core..", "org.osgi.framework..")
                .check(BINDING);
    }

    @Test
    void configKnowsTheModel() {
        mayUse("config", "model..");
    }

    @Test
    void theRoomsOfTheProtocolKnowEachOtherInOneDirection() {
        mayUse("splink.wire");
        mayUse("splink.client", "splink.link..", "splink.wire..", "source..", "model..");
        noClasses().that().resideInAPackage(ROOT + "splink.link..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "splink.client..", ROOT + "handler..", ROOT + "gateway..").check(BINDING);
    }

    @Test
    void theSerialTransportIsKnownToTwoClassesOnlySinceItMayBeMissing() {
        noClasses().that().haveNameNotMatching(".*\\.splink\\.link\\.(SerialLink(\\$.*)?|SerialLinkFactory)").should()
                .dependOnClassesThat().resideInAPackage("org.openhab.core.io.transport.serial..").orShould()
                .dependOnClassesThat().haveSimpleName("SerialLinkFactory").check(BINDING);
    }

    @Test
    void openHabIsKnownWhereItIsNeededOnly() {
        noClasses().that()
                .resideOutsideOfPackages("org.openhab.binding.selectronic.internal", ROOT + "handler..",
                        ROOT + "text..", ROOT + "discovery..", ROOT + "action..", ROOT + "console..")
                .and().haveNameNotMatching(".*\\.splink\\.link\\.SerialLink(\\$.*|Factory)?").should()
                .dependOnClassesThat().resideInAPackage("org.openhab.core..").check(BINDING);
    }

    /** Who hands over a client that openHAB has made names its class, and does nothing else with it. */
    @Test
    void jettyIsKnownToTheHttpRoomAndToWhoeverHandsItAClientOnly() {
        noClasses().that().resideOutsideOfPackages(ROOT + "http..").and()
                .doNotHaveFullyQualifiedName(ROOT + "handler.PortalClients").and()
                .doNotHaveFullyQualifiedName(ROOT + "handler.GatewayClients").and()
                .doNotHaveFullyQualifiedName(ROOT + "discovery.GatewayDiscoveryService").should().dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..").check(BINDING);
        noClasses().that()
                .resideOutsideOfPackages(ROOT + "point..", ROOT + "gateway..", ROOT + "portal..",
                        ROOT + "diagnostics..")
                .should().dependOnClassesThat().resideInAPackage("com.google.gson..").check(BINDING);
    }

    @Test
    void nobodySleepsStartsThreadsOrWritesToTheConsole() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(BINDING);
        noClasses().should().dependOnClassesThat().areAssignableTo(java.util.Timer.class).check(BINDING);
        noClasses().should().callConstructor(Thread.class, Runnable.class).orShould()
                .callConstructor(Thread.class, Runnable.class, String.class).check(BINDING);
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .check(BINDING);
    }

    /** All supported versions of openHAB have what the binding needs, so it need not look first. */
    @Test
    void nothingIsCalledByItsName() {
        noClasses().should().dependOnClassesThat().resideInAPackage("java.lang.reflect..").orShould()
                .callMethod(Class.class, "forName", String.class).check(BINDING);
    }

    @Test
    void theSimulatorSharesNothingWithTheBindingAndItsRoomsDependOnEachOtherInNoCircle() {
        JavaClasses simulator = new ClassFileImporter().withImportOption(location -> !location.contains("Test"))
                .importPackages(SIMULATOR);
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.openhab.binding.selectronic.internal..", "org.openhab.core..")
                .check(simulator);
        slices().matching(SIMULATOR + ".(**)").should().beFreeOfCycles().check(simulator);
    }

    @Test
    void whatOpenHabKeepsToItselfIsUsedByNobody() {
        JavaClasses all = new ClassFileImporter().importPackages("org.openhab.binding.selectronic");
        noClasses().should().dependOnClassesThat().resideInAPackage("org.openhab.core..internal..").check(all);
    }

    @Test
    void storageIsWrittenInOnePlaceWhichComparesBefore() {
        noClasses().that().areNotAssignableTo(TextStorage.class).should()
                .callMethod(TextStorage.class, "put", String.class, String.class).orShould()
                .callMethod(ThingStorage.class, "put", String.class, String.class).check(BINDING);
        noClasses().that().doNotBelongToAnyOf(ThingStorage.class).should()
                .callMethod(Storage.class, "put", String.class, Object.class).check(BINDING);
    }

    @Test
    void everyClassSaysThatNullIsTheException() {
        classes().that().areTopLevelClasses().and().doNotHaveSimpleName("package-info").should()
                .beAnnotatedWith(NonNullByDefault.class).check(BINDING);
    }
}
