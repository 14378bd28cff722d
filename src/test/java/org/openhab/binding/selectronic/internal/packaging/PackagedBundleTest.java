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
package org.openhab.binding.selectronic.internal.packaging;

import static java.util.Map.entry;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * The packaged bundle at work in a real OSGi framework, from its import ranges to the states of its channels, with the
 * numbers that real gateways told.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@ExtendWith(NothingLeft.class)
class PackagedBundleTest {
    private static final String MAINS = "gateway-mains-evening";
    private static final String OFF_GRID = "gateway-offgrid-evening";

    @Test
    void theBundleStartsAndItsComponentsAreSatisfied() throws IOException, BundleException {
        try (PackagedRun run = new PackagedRun(MAINS, Locale.ENGLISH)) {
            run.awaitInverter();
            Bundle bundle = run.openHab.bundle();
            assertThat(bundle.getState(), is(Bundle.ACTIVE));
            ServiceComponentRuntime runtime = Objects.requireNonNull(run.openHab.context()
                    .getService(run.openHab.context().getServiceReference(ServiceComponentRuntime.class)));
            Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
            assertThat(components.stream().map(component -> component.name.replaceAll(".*\\.", "")).toList(),
                    containsInAnyOrder("SelectronicHandlerFactory", "GatewayDiscoveryService",
                            "InverterDiscoveryService", "SerialLinkFactory", "UsbDiscoveryParticipant",
                            "InverterActions", "BridgeActions", "SelectronicConsole", "RegisterOptions"));
            for (ComponentDescriptionDTO component : components) {
                for (ComponentConfigurationDTO made : runtime.getComponentConfigurationDTOs(component)) {
                    assertThat(component.name, made.state,
                            component.name.matches(".*(SerialLinkFactory|SelectronicConsole)")
                                    ? is(ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
                                    : anyOf(is(ComponentConfigurationDTO.SATISFIED),
                                            is(ComponentConfigurationDTO.ACTIVE)));
                }
            }
        }
    }

    @Test
    void theBridgeComesOnlineAndTheInverterIsFoundAndAdded() throws IOException, BundleException {
        try (PackagedRun run = new PackagedRun(MAINS, Locale.ENGLISH)) {
            Thing inverter = run.awaitInverter();
            Thing bridge = run.things.all().get(0);
            assertThat(bridge.getStatus(), is(ThingStatus.ONLINE));
            assertThat(run.witness.statuses, contains("gateway INITIALIZING", "gateway UNKNOWN", "gateway ONLINE",
                    "inverter INITIALIZING", "inverter UNKNOWN", "inverter ONLINE"));
            assertThat(run.witness.found, hasSize(1));
            String serialNumber = run.gateway.simulation().unit().identity().serial() + "";
            assertThat(inverter.getUID().getId(), is(serialNumber));
            assertThat(inverter.getConfiguration().get("serialNumber"), is(serialNumber));
            assertThat(inverter.getConfiguration().get("acSource"), is("AUTO"));
            assertThat(inverter.getLabel(), is("SP PRO " + serialNumber));
            assertThat(inverter.getProperties(), hasEntry("vendor", "Selectronic"));
            assertThat(inverter.getProperties(), hasEntry("serialNumber", serialNumber));
            assertThat(run.witness.triggers, is(empty()));
        }
    }

    @Test
    void everyMemberOfAMainsSiteReachesItsChannel() throws IOException, BundleException {
        try (PackagedRun run = new PackagedRun(MAINS, Locale.ENGLISH)) {
            run.awaitInverter();
            assertThat(numbers(run), is(new TreeMap<>(Map.ofEntries( //
                    entry("battery#state-of-charge", "56.0 %"), //
                    entry("battery#power", "948.486328125 W"), //
                    entry("battery#charging-power", "0.0 W"), //
                    entry("battery#discharging-power", "948.486328125 W"), //
                    entry("battery#energy-in-today", "27.5625 kWh"), //
                    entry("battery#energy-out-today", "28.669921875 kWh"), //
                    entry("battery#energy-in-total", "16475.9765625 kWh"), //
                    entry("battery#energy-out-total", "15622.5234375 kWh"), //
                    entry("solar#power", "0.0 W"), //
                    entry("solar#ac-coupled-power", "0.0 W"), //
                    entry("solar#dc-coupled-power", "0.0 W"), //
                    entry("solar#energy-today", "0.0 kWh"), //
                    entry("solar#energy-total", "0.0 kWh"), //
                    entry("load#power", "839.9613647460938 W"), //
                    entry("load#energy-today", "18.222890625 kWh"), //
                    entry("load#energy-total", "22076.576419921876 kWh"), //
                    entry("ac-source#power", "-4.74554443359375 W"), //
                    entry("ac-source#import-power", "0.0 W"), //
                    entry("ac-source#export-power", "4.74554443359375 W"), //
                    entry("ac-source#energy-import-today", "21.29800341796875 kWh"), //
                    entry("ac-source#energy-export-today", "0.0 kWh"), //
                    entry("ac-source#energy-import-total", "20358.61340625 kWh"), //
                    entry("ac-source#energy-export-total", "2312.029248046875 kWh")))));
            assertThat(run.state("alerts#active"), is(OnOffType.OFF));
            assertThat(run.state("alerts#code"), is(DecimalType.ZERO));
            assertThat(run.state("generator#status").toString(), is("NOT_RUNNING"));
            assertThat(run.state("connection#sample-time").format("%1$tQ"), is("1742463313000"));
            // energy was exported here once: what is wired to the AC source is the grid
            assertThat(run.inverter().getProperties(), hasEntry("acSource", "GRID"));
            assertThat(run.inverter().getChannel("generator#running"), is(nullValue()));
        }
    }

    @Test
    void everyMemberOfAnOffGridSiteReachesItsChannel() throws IOException, BundleException {
        try (PackagedRun run = new PackagedRun(OFF_GRID, Locale.ENGLISH)) {
            run.awaitInverter();
            assertThat(numbers(run), is(new TreeMap<>(Map.ofEntries( //
                    entry("battery#state-of-charge", "96.05859375 %"), //
                    entry("battery#power", "296.08154296875 W"), //
                    entry("battery#charging-power", "0.0 W"), //
                    entry("battery#discharging-power", "296.08154296875 W"), //
                    entry("battery#energy-in-today", "6.18310546875 kWh"), //
                    entry("battery#energy-out-today", "3.59912109375 kWh"), //
                    entry("battery#energy-in-total", "1010.06103515625 kWh"), //
                    entry("battery#energy-out-total", "976.5615234375 kWh"), //
                    entry("solar#power", "11.53564453125 W"), //
                    entry("solar#ac-coupled-power", "0.0 W"), //
                    entry("solar#dc-coupled-power", "11.53564453125 W"), //
                    entry("solar#energy-today", "12.47666015625 kWh"), //
                    entry("solar#energy-total", "2396.128857421875 kWh"), //
                    entry("load#power", "236.6302490234375 W"), //
                    entry("load#energy-today", "8.625439453125 kWh"), //
                    entry("load#energy-total", "1921.1671875 kWh"), //
                    entry("ac-source#power", "0.0 W"), //
                    entry("ac-source#import-power", "0.0 W"), //
                    entry("ac-source#export-power", "0.0 W"), //
                    entry("ac-source#energy-import-today", "0.0 kWh"), //
                    entry("ac-source#energy-export-today", "0.0 kWh"), //
                    entry("ac-source#energy-import-total", "1.87880859375 kWh"), //
                    entry("ac-source#energy-export-total", "0.0 kWh")))));
            assertThat(run.inverter().getProperties(), hasEntry("acSource", "GENERATOR"));
            assertThat(run.state("generator#running"), is(OnOffType.OFF));
            assertThat(run.state("connection#sample-time").format("%1$tQ"), is("1590829082000"));
        }
    }

    /** The numbers with a unit that come from members, or from one member alone. */
    private static Map<String, String> numbers(PackagedRun run) {
        Map<String, String> numbers = new TreeMap<>();
        for (Channel channel : run.inverter().getChannels()) {
            String group = channel.getUID().getGroupId();
            if (Set.of("battery", "solar", "load", "ac-source").contains(group)
                    && run.state(channel.getUID().getId()) instanceof QuantityType<?> state) {
                // a double on its way to a decimal may lose or gain zeros, nothing else
                numbers.put(channel.getUID().getId(), state.doubleValue() + " " + state.getUnit());
            }
        }
        return numbers;
    }

    @Test
    void anAlertTriggers() throws IOException, BundleException {
        try (PackagedRun run = new PackagedRun(MAINS, Locale.GERMAN)) {
            run.awaitInverter();
            run.showText(Bodies.text(MAINS).replace("\"fault_code\":0", "\"fault_code\":50").replace("1742463313",
                    "1742463318"));
            run.patience.await("an alert is raised", () -> !run.witness.triggers.isEmpty());
            assertThat(run.witness.triggers, contains("alerts#alert RAISED 50"));
            assertThat(run.state("alerts#text").toString(), containsString("DC-Spannung"));
        }
    }
}
