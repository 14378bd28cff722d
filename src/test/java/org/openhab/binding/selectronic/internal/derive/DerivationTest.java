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
package org.openhab.binding.selectronic.internal.derive;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * All that is derived comes of one sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DerivationTest {
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");

    private static Derivation derivation(@Nullable Double capacity) {
        return new Derivation(new Derivation.Site(AcSource.GENERATOR, 100, null, capacity),
                new SampleStream(NOON).surroundings());
    }

    /** 3 kW from the sun, 1 kW to the load, 1.9 kW into a battery of 10 kWh that is half full, 100 W lost. */
    private static Sample sunny(Map<Quantity, Value> more) {
        return new Sample(ConnectionType.NETWORK, NOON, NOON, Duration.ZERO,
                Map.of(SOLAR_AC_COUPLED_POWER, Value.of(2000.0), SOLAR_DC_COUPLED_POWER, Value.of(1000.0), LOAD_POWER,
                        Value.of(1000.0), BATTERY_POWER, Value.of(-1900.0), AC_SOURCE_POWER, Value.of(0.0),
                        BATTERY_STATE_OF_CHARGE, Value.of(50.0)))
                .with(more);
    }

    @Test
    void powersLossesBalanceAndExplanationsAreThere() {
        Map<Quantity, Value> values = derivation(null).derive(sunny(Map.of(INVERTER_CHARGING_EXPLANATION,
                Value.of("NORMAL"), INVERTER_CHARGE_STAGE, Value.of("BULK"), ALERTS_CODE, Value.of(0.0)))).values();
        assertThat(values, hasEntry(SOLAR_POWER, Value.of(3000.0)));
        assertThat(values, hasEntry(BATTERY_CHARGING_POWER, Value.of(1900.0)));
        assertThat(values, hasEntry(SITE_LOSSES, Value.of(100.0)));
        assertThat(values, hasEntry(SITE_BALANCE, Value.of("balance-ok")));
        assertThat(values, hasEntry(INVERTER_CHARGING_EXPLANATION, Value.of("charging-bulk")));
        assertThat(values, hasEntry(GENERATOR_RUNNING, Value.of(false)));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(false)));
    }

    @Test
    void howLongTheBatteryTakesIsReportedOfACapacityThatIsKnown() {
        Sample sample = sunny(Map.of());
        assertThat(derivation(null).derive(sample).values(), not(hasKey(BATTERY_TIME_TO_FULL)));
        Value full = Objects.requireNonNull(derivation(10.0).derive(sample).values().get(BATTERY_TIME_TO_FULL));
        assertThat("5 kWh at 1.9 kW, in hours", full, is(Value.of(2.631579)));
    }

    @Test
    void newsComeWithoutValuesToo() {
        UnitEvent raised = new UnitEvent(UnitEvent.Type.ALERT_RAISED, 50, NOON, false, Map.of());
        Derivation derivation = derivation(10.0);
        derivation.derive(new Sample(ConnectionType.NETWORK, NOON, NOON, Duration.ZERO,
                Map.of(ALERTS_CODE, Value.of(0.0)), List.of()));
        Derived derived = derivation
                .happened(new Sample(ConnectionType.NETWORK, NOON, NOON, Duration.ZERO, Map.of(), List.of(raised)));
        assertThat(derived.alerts(), contains(raised));
        assertThat(derived.triggers(), is(Map.of()));
        assertThat(derived.values(), not(hasKey(SITE_BALANCE)));
    }

    /** 1000 W of wind into the DC bus, 300 W of it into a load there: the battery takes the rest. */
    @Test
    void allThatIsOnTheDcBusCounts() {
        Map<Quantity, Value> flows = Map.of(BATTERY_POWER, Value.of(-2600.0), OTHER_DC_SOURCES_POWER, Value.of(1000.0),
                DC_LOADS_POWER, Value.of(300.0));
        Derivation derivation = derivation(null);
        for (int n = 0; n < 20; n++) {
            Map<Quantity, Value> values = derivation.derive(sunny(flows)).values();
            assertThat(values, hasEntry(SITE_LOSSES, Value.of(100.0)));
            assertThat(values, hasEntry(SITE_BALANCE, Value.of("balance-ok")));
        }
        assertThat("a part that is there but not known",
                derivation.derive(sunny(Map.of(OTHER_DC_SOURCES_POWER, Value.UNKNOWN))).values(),
                hasEntry(SITE_LOSSES, Value.UNKNOWN));
    }
}
