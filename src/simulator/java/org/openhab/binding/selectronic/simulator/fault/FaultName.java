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
package org.openhab.binding.selectronic.simulator.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Faults by a name that can be typed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum FaultName {
    REFUSED(Faults::refused),
    HANG(Faults::hang),
    CUT(() -> Faults.cut(120)),
    RESET(() -> Faults.reset(120)),
    FLIP_BITS(() -> Faults.flipBits(180, 97)),
    DRIP(() -> Faults.drip(20)),
    NOISE(() -> Faults.noise(50, 1)),
    INTERIM_STATUS(Faults::interimStatus),
    DELAY(() -> Faults.delay(Duration.ofSeconds(3))),
    NOT_FOUND(() -> Faults.status(404)),
    PROXY_LOGIN(() -> Faults.status(407)),
    SERVER_ERROR(() -> Faults.status(500)),
    UNAVAILABLE(() -> Faults.retryAfter(503, Duration.ofSeconds(30))),
    TOO_MANY_REQUESTS(() -> Faults.retryAfter(429, Duration.ofSeconds(30))),
    WRONG_CONTENT_TYPE(() -> Faults.contentType("text/plain")),
    LOGIN_PAGE(Faults::loginPage),
    CAPTIVE_PORTAL(() -> Faults.captivePortal("http://captive.invalid/login")),
    EMPTY_BODY(Faults::emptyBody),
    CUT_BODY(() -> Faults.cutBody(200)),
    LONG_HEAD(Faults::longHead),
    HUGE_BODY(() -> Faults.huge(50_000_000)),
    NO_DEVICES(JsonFaults::noDevices),
    UNKNOWN_IDS(JsonFaults::unknownIds),
    REPLACED_UNIT(() -> JsonFaults.replacedUnit("999999")),
    FROZEN(JsonFaults::frozen),
    FUTURE(() -> JsonFaults.timestampShifted(Duration.ofHours(3))),
    PAST(() -> JsonFaults.timestampShifted(Duration.ofHours(-3))),
    BACKWARDS(() -> JsonFaults.timestampBackwards(Duration.ofMinutes(1))),
    WITHOUT_ITEMS(JsonFaults::withoutItems),
    MISSING_SOC(() -> JsonFaults.missing("battery_soc")),
    NULL_SOC(() -> JsonFaults.replaced("battery_soc", "null")),
    NAN_SOC(() -> JsonFaults.replaced("battery_soc", "NaN")),
    TEXT_SOC(() -> JsonFaults.replaced("battery_soc", "\"nan\"")),
    QUOTED_NUMBERS(JsonFaults::quoted),
    SELPI(JsonFaults::selpi),
    SELPI_FORK(JsonFaults::selpiFork),
    WATT_HOUR_TRAP(JsonFaults::wattHourTrap);

    private final Supplier<Fault> maker;

    FaultName(Supplier<Fault> maker) {
        this.maker = maker;
    }

    /** The fault of a name like {@code login-page}. */
    public static Optional<FaultName> byName(String name) {
        return Stream.of(values()).filter(fault -> fault.label().equals(name.toLowerCase(Locale.ROOT))).findAny();
    }

    /** Name to type. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A fresh fault, which remembers nothing yet. */
    public Fault make() {
        return Objects.requireNonNull(maker.get());
    }
}
