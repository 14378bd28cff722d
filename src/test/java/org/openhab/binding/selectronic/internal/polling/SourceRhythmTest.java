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
package org.openhab.binding.selectronic.internal.polling;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;

/**
 * Polls in step with a device that reads its inverter every few seconds: how old the values are, and that it costs no
 * request more.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SourceRhythmTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int PHASES = 10;

    private static List<PeriodicDevice> run(ConnectionType type, Duration interval, boolean reportsTime,
            ToDoubleFunction<Random> nextReading) {
        return IntStream.range(0, PHASES).mapToObj(seed -> {
            PeriodicDevice device = new PeriodicDevice(type, interval, seed, reportsTime, nextReading);
            device.run(HOUR);
            return device;
        }).toList();
    }

    private static List<PeriodicDevice> gateways(Duration interval, ToDoubleFunction<Random> nextReading) {
        return run(ConnectionType.GATEWAY, interval, true, nextReading);
    }

    private static double meanAge(List<PeriodicDevice> devices) {
        return devices.stream().mapToDouble(PeriodicDevice::meanAge).average().orElseThrow();
    }

    /** No poll comes before its turn, so that there are never more than without. */
    private static void assertNoPollIsEarly(List<PeriodicDevice> devices, Duration interval) {
        for (PeriodicDevice device : devices) {
            List<Duration> polls = device.polls();
            for (int n = 0; n < polls.size(); n++) {
                assertThat("poll " + n, polls.get(n), is(greaterThanOrEqualTo(interval.multipliedBy(n))));
            }
        }
    }

    @Test
    void valuesOfAGatewayAreNewInEachPhase() {
        List<PeriodicDevice> devices = gateways(INTERVAL, random -> 5);
        for (PeriodicDevice device : devices) {
            assertThat(device.meanAge(), is(lessThan(1.2)));
            assertThat("the interval is kept", device.polls().size(), is(greaterThanOrEqualTo(719)));
        }
        assertNoPollIsEarly(devices, INTERVAL);
    }

    @Test
    void aPhaseThatDriftsIsFollowed() {
        for (double period : new double[] { 4.9, 4.98, 5.02, 5.1 }) {
            List<PeriodicDevice> devices = gateways(INTERVAL, random -> period);
            assertThat("period " + period, meanAge(devices), is(lessThan(1.2)));
            assertNoPollIsEarly(devices, INTERVAL);
            for (PeriodicDevice device : devices) {
                assertThat("no interval, or that of the device if longer", (double) device.polls().size(),
                        is(closeTo(HOUR.toSeconds() / Math.max(5, period), 3)));
            }
        }
    }

    @Test
    void aReadingThatComesLateOrNotAtAllDoesNotPutItOutOfStep() {
        List<PeriodicDevice> devices = gateways(INTERVAL,
                random -> (random.nextInt(50) == 0 ? 10 : 5) + 0.05 * random.nextGaussian());
        assertThat(meanAge(devices), is(lessThan(1.2)));
        assertNoPollIsEarly(devices, INTERVAL);
    }

    @Test
    void aLongerIntervalIsKeptAndInStepToo() {
        Duration interval = Duration.ofSeconds(60);
        List<PeriodicDevice> devices = gateways(interval, random -> 5);
        assertThat(meanAge(devices), is(lessThan(1.2)));
        assertNoPollIsEarly(devices, interval);
        devices.forEach(device -> assertThat(device.polls().size(), is(greaterThanOrEqualTo(60))));
    }

    @Test
    void aDeviceWithoutTimeIsPolledAtTheIntervalAlone() {
        assertAtTheInterval(run(ConnectionType.GATEWAY, INTERVAL, false, random -> 5), INTERVAL);
    }

    @Test
    void otherConnectionsArePolledAtTheIntervalAlone() {
        assertAtTheInterval(run(ConnectionType.PORTAL, INTERVAL, true, random -> 5), INTERVAL);
    }

    @Test
    void anIntervalThatIsShorterThanThatOfTheDeviceIsKept() {
        Duration interval = Duration.ofSeconds(2);
        assertAtTheInterval(gateways(interval, random -> 5), interval);
    }

    @Test
    void aDeviceThatIsNeverBehindIsNotWaitedFor() {
        for (PeriodicDevice device : gateways(INTERVAL, random -> 0.02)) {
            List<Duration> polls = device.polls();
            for (int n = 1; n < polls.size(); n++) {
                assertThat(polls.get(n).minus(polls.get(n - 1)), is(lessThan(Duration.ofSeconds(6))));
            }
        }
    }

    @Test
    void aDeviceThatHasLostItsInverterIsPolledAtTheInterval() {
        try (PeriodicDevice device = new PeriodicDevice(ConnectionType.GATEWAY, INTERVAL, 1, true, random -> 100_000)) {
            device.run(HOUR);
            assertThat(device.polls().size(), is(greaterThanOrEqualTo(719)));
        }
    }

    private static void assertAtTheInterval(List<PeriodicDevice> devices, Duration interval) {
        for (PeriodicDevice device : devices) {
            List<Duration> polls = device.polls();
            for (int n = 0; n < polls.size(); n++) {
                assertThat(polls.get(n), is(interval.multipliedBy(n)));
            }
        }
    }
}
