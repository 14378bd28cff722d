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
package org.openhab.binding.selectronic.internal.splink.memory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Settings of a simulated unit, and what differs from an earlier snapshot.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitSettingsTest {
    private static final int START_CHARGE = 0xC02F;

    private final SimulatedUnit unit = Simulation.still(Scenario.GENERATOR_RUN).unit();

    private Settings read(@Nullable String before) {
        return read(unit, before);
    }

    private static Settings read(SimulatedUnit unit, @Nullable String before) {
        return read(unit, before, range -> true);
    }

    private static Settings read(SimulatedUnit unit, @Nullable String before, Predicate<WordRange> answered) {
        List<Words> setup = UnitSetup.WANTED.stream()
                .map(range -> new Words(range.address(), unit.words(range.address(), range.words()))).toList();
        List<Words> words = UnitSettings.RANGES.stream().filter(answered)
                .map(range -> new Words(range.address(), unit.words(range.address(), range.words()))).toList();
        return UnitSettings.of(words, UnitSetup.of(setup), before);
    }

    @Test
    void settingsAreReadWithFewRequestsAndNoneOfThemIsSecret() {
        assertThat(UnitSettings.RANGES, hasSize(lessThanOrEqualTo(6)));
        assertThat(read(null).settings(), hasSize(greaterThan(400)));
        read(null).settings()
                .forEach(setting -> assertThat(setting.name(), not(matchesPattern(".*PASS_?(WORD|CODE).*"))));
    }

    @Test
    void valuesAreThoseOfTheUnit() {
        Settings settings = read(null);
        assertThat(settings.value("GENERATOR_START_CHARGE").orElseThrow(), is(Value.of(30.0)));
        assertThat(settings.value("NO_SUCH_SETTING").isPresent(), is(false));
        assertThat("600 Ah at 48 V", settings.capacity(), is(28.8));
        unit.set(0xC03F, 0);
        assertThat("not entered", read(null).capacity(), is(nullValue()));
    }

    @Test
    void aChangeIsFoundOnceWithBothValues() {
        String before = read(null).snapshot();
        assertThat(read(before).changes(), is(empty()));
        assertThat(read(before).snapshot(), is(before));
        unit.set(START_CHARGE, 45);
        Settings changed = read(before);
        assertThat(changed.changes(), hasSize(1));
        assertThat(changed.changes().get(0).before().value(), is(Value.of(30.0)));
        assertThat(changed.changes().get(0).now().value(), is(Value.of(45.0)));
        assertThat(read(changed.snapshot()).changes(), is(empty()));
    }

    /** The vendor ends each block with a checksum, whose place is not known. */
    @Test
    void whatIsNoSettingIsNoChange() {
        String before = read(null).snapshot();
        unit.set(0xC0FE, 12_345);
        assertThat(read(before).snapshot(), is(before));
    }

    private static boolean hasStartCharge(WordRange range) {
        return range.address() <= START_CHARGE && START_CHARGE < range.end();
    }

    /** A block that is not answered at first, or once in between: what changes in it is found all the same. */
    @Test
    void aBlockThatIsNotAnsweredLosesNoChange() {
        String first = read(unit, null, range -> !hasStartCharge(range)).snapshot();
        String second = read(first).snapshot();
        unit.set(START_CHARGE, 45);
        Settings changed = read(second);
        assertThat("it was answered the second time", changed.changes(), hasSize(1));
        Register other = Registers.of(33, 51).stream()
                .filter(register -> register.range().address() > 0xC180 && register.group().startsWith("settings"))
                .findFirst().orElseThrow();
        unit.set(other.range().address(), 1 + unit.words(other.range().address(), 1)[0]);
        Settings without = read(unit, changed.snapshot(), range -> !hasStartCharge(range));
        assertThat(without.changes(), hasSize(1));
        unit.set(START_CHARGE, 50);
        assertThat("it was not answered once", read(without.snapshot()).changes(), hasSize(1));
    }

    /** The snapshot of an earlier version of the binding may have fewer blocks, or shorter ones. */
    @ParameterizedTest
    @ValueSource(strings = { ";c180:.*", "....;c800.*" })
    void aSnapshotThatLacksWordsIsCompleted(String lacking) {
        String whole = read(null).snapshot();
        String part = whole.replaceFirst(lacking, "");
        assertThat(part.length(), is(lessThan(whole.length())));
        Settings settings = read(part);
        assertThat(settings.changes(), is(empty()));
        assertThat(settings.snapshot(), is(whole));
    }

    /** A unit that has just started may answer 0xFFFF, for one setting or for all: that is not a value. */
    @ParameterizedTest
    @ValueSource(ints = { START_CHARGE, 0xC000 })
    void whatIsNotAvailableIsNoChange(int from) {
        SimulatedUnit fresh = Simulation.still(Scenario.GENERATOR_RUN).unit();
        for (int address = from; address < (from == START_CHARGE ? from + 1 : 0xC0C5); address++) {
            fresh.set(address, 0xFFFF);
        }
        Settings early = read(fresh, null);
        assertThat(early.value("GENERATOR_START_CHARGE").orElseThrow(), is(Value.UNKNOWN));
        Settings first = read(early.snapshot());
        assertThat("then all is there", first.changes(), is(empty()));
        assertThat(first.snapshot(), is(read(null).snapshot()));
        Settings again = read(fresh, first.snapshot());
        assertThat("it starts once more", again.changes(), is(empty()));
        unit.set(START_CHARGE, 45);
        Settings changed = read(again.snapshot());
        assertThat(changed.changes(), hasSize(1));
        assertThat(changed.changes().get(0).before().value(), is(Value.of(30.0)));
        int other = 0xC180;
        fresh.set(other, 1 + fresh.words(other, 1)[0]);
        Settings meanwhile = read(fresh, first.snapshot());
        assertThat(meanwhile.changes(), hasSize(1));
        fresh.set(START_CHARGE, 50);
        assertThat("what was not answered is kept when something else changes",
                read(fresh, meanwhile.snapshot()).changes().get(0).before().value(), is(Value.of(30.0)));
    }

    @Test
    void anyEarlierSnapshotCanBeCompared() {
        String first = read(null).snapshot();
        unit.set(START_CHARGE, 45);
        Settings now = read(read(first).snapshot());
        assertThat(now.changesSince(first).orElseThrow(), hasSize(1));
        assertThat(now.changesSince(now.snapshot()).orElseThrow(), is(empty()));
        assertThat(now.changesSince("").isPresent(), is(false));
        SimulatedUnit other = Simulation.units(Scenario.GENERATOR_RUN, Scenario.GENERATOR_RUN.settings(), 2).get(1);
        assertThat("of another unit", now.changesSince(read(other, null).snapshot()).isPresent(), is(false));
    }

    @Test
    void anotherUnitHasNoChanges() {
        String before = read(null).snapshot();
        SimulatedUnit other = Simulation.units(Scenario.GENERATOR_RUN, Scenario.GENERATOR_RUN.settings(), 2).get(1);
        other.set(START_CHARGE, 60);
        Settings settings = read(other, before);
        assertThat(settings.changes(), is(empty()));
        assertThat(settings.snapshot(), is(not(before)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ";", "x;c000:zz", "240001;c000", "240001;:0000", "240001;c000:00",
            "240001;c000:12345" })
    void aSpoiledSnapshotIsNone(String before) {
        Settings settings = read(before);
        assertThat(settings.changes(), is(empty()));
        assertThat(settings.snapshot(), is(read(null).snapshot()));
    }
}
