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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Column;
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Heading;
import org.openhab.binding.selectronic.internal.source.LogSource.Line;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * The sheets of the logs of a simulated unit, against what the unit noted and against the words of its records.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogSheetTest {
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 15);

    private final LoggedUnit house = new LoggedUnit(Scenario.CLOUDY_WEEK, NOON, Duration.ofDays(12),
            LogSettings.DEFAULT);

    /** Takes everything, or what comes first. */
    private static final class Rows implements Sheet {
        private final List<Heading> headings = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final boolean isWhole;
        private int damaged;

        Rows(boolean isWhole) {
            this.isWhole = isWhole;
        }

        @Override
        public void begin(Heading heading) {
            headings.add(heading);
        }

        @Override
        public boolean add(List<Line> next, int left) {
            lines.addAll(next);
            damaged += left;
            return isWhole;
        }

        Value cell(int line, String column) {
            List<String> names = headings.get(0).columns().stream().map(Column::name).toList();
            return lines.get(line).values().get(names.indexOf(column));
        }

        double number(int line, String column) {
            return cell(line, column) instanceof Value.Numeric number ? number.number() : Double.NaN;
        }
    }

    private Rows read(Log log, LogUnit unit, @Nullable LocalDate from, @Nullable LocalDate to, boolean inverted)
            throws SourceException, InterruptedException {
        Rows rows = new Rows(true);
        LogSheet.read(LogUnits.memory(house, () -> unit), new Extract(log, from, to, inverted), rows);
        assertThat(rows.headings, hasSize(1));
        assertThat(rows.headings.get(0).records(), is(rows.lines.size() + rows.damaged));
        return rows;
    }

    private Rows read(Log log) throws SourceException, InterruptedException {
        return read(log, house.known(), null, null, false);
    }

    @Test
    void intervalsHaveTheMeansThatTheUnitNoted() throws SourceException, InterruptedException {
        Rows rows = read(Log.INTERVALS);
        List<DetailedRecord> noted = house.unit.logs().intervals();
        assertThat(rows.headings.get(0).known(), is(true));
        assertThat(rows.headings.get(0).knowsZone(), is(true));
        assertThat(rows.headings.get(0).format(), is(3));
        assertThat(rows.lines, hasSize(noted.size()));
        assertThat(rows.damaged, is(0));
        for (int n = 0; n < noted.size(); n++) {
            DetailedRecord same = noted.get(n);
            OffsetDateTime time = OffsetDateTime.parse(rows.lines.get(n).time());
            assertThat(time.toInstant(), is(same.end()));
            assertThat("summer time in Sydney", time.getOffset().getTotalSeconds(), is(11 * 3600));
            assertThat(rows.number(n, "LOAD_POWER"), is(closeTo(same.mean().load(), 5)));
            assertThat(rows.number(n, "STATE_OF_CHARGE"), is(closeTo(same.soc(), 0.5)));
        }
    }

    /** A mean that ends at midnight is of the day before. */
    @Test
    void someDaysHaveTheirIntervals() throws SourceException, InterruptedException {
        Rows one = read(Log.INTERVALS, house.known(), SOME_DAY, SOME_DAY, false);
        assertThat(one.lines, hasSize(96));
        assertThat(one.lines.get(0).time(), startsWith("2026-01-15T00:15:00"));
        assertThat(one.lines.get(95).time(), startsWith("2026-01-16T00:00:00"));
        assertThat(read(Log.INTERVALS, house.known(), SOME_DAY, SOME_DAY.plusDays(1), false).lines, hasSize(192));
        assertThat(read(Log.INTERVALS, house.known(), SOME_DAY, null, false).lines.get(0).time(),
                is(one.lines.get(0).time()));
        Rows until = read(Log.INTERVALS, house.known(), null, SOME_DAY, false);
        assertThat(until.lines.get(until.lines.size() - 1).time(), is(one.lines.get(95).time()));
        assertThat(read(Log.INTERVALS, house.known(), SOME_DAY, SOME_DAY.minusDays(2), false).lines, is(empty()));
    }

    @Test
    void anAcSourceThatIsWiredInReverseHasTheOppositePower() throws SourceException, InterruptedException {
        Rows asIs = read(Log.INTERVALS);
        Rows inverted = read(Log.INTERVALS, house.known(), null, null, true);
        for (int n = 0; n < asIs.lines.size(); n++) {
            assertThat(inverted.number(n, "SOURCE_POWER"), is(closeTo(-asIs.number(n, "SOURCE_POWER"), 1e-9)));
            assertThat(inverted.number(n, "LOAD_POWER"), is(asIs.number(n, "LOAD_POWER")));
        }
        assertThat("it was not always zero",
                IntStream.range(0, asIs.lines.size()).anyMatch(n -> Math.abs(asIs.number(n, "SOURCE_POWER")) > 100),
                is(true));
    }

    @Test
    void eventsHaveACodeAndWhatWasMeasuredThen() throws SourceException, InterruptedException {
        house.unit.operate(30);
        Rows rows = read(Log.OPERATIONS);
        int last = rows.lines.size() - 1;
        assertThat(rows.lines.get(last).event().orElseThrow().code(), is(30));
        assertThat(rows.number(last, "CODE"), is(30.0));
        assertThat(rows.number(last, "BATTERY_VOLTS"), is(greaterThan(40.0)));
        assertThat("of measurements there are none", read(Log.DAYS).lines.get(0).event().isEmpty(), is(true));
    }

    @ParameterizedTest
    @EnumSource(names = { "OPERATIONS", "DAYS", "INTERVALS" })
    void eachWordOfARecordOfAnUnknownFormatIsShownOnce(Log log) throws SourceException, InterruptedException {
        LogUnit known = house.known();
        LogUnit newer = LogUnits.of(known.setup().scales(), 1, 0, known.interval(), 4, 4, 6, known.zone());
        house.unit.operate(30);
        Rows rows = read(log, newer, null, null, false);
        String[] words = LogBrowser.newest(LogUnits.memory(house, () -> newer), LogKind.of(log), 1).entries().get(0)
                .words().split(" ");
        assertThat(rows.headings.get(0).known(), is(false));
        List<Column> columns = rows.headings.get(0).columns();
        List<Column> raw = columns.stream().filter(column -> column.note().equals("raw")).toList();
        assertThat("unknown columns", raw, is(not(empty())));
        for (Column column : raw) {
            int word = Integer.parseInt(column.name().substring("WORD_".length()));
            assertThat(column.name(), rows.number(rows.lines.size() - 1, column.name()),
                    is((double) Integer.parseInt(words[word], 16)));
        }
        if (log != Log.OPERATIONS) {
            assertThat("all words after the time", columns.stream().map(Column::name).collect(Collectors.toList()),
                    is(IntStream.range(2, words.length).mapToObj(word -> "WORD_" + word).toList()));
        }
    }

    @Test
    void withoutATimeZoneTimesAreThoseOfTheClockOfTheUnit() throws SourceException, InterruptedException {
        LogUnit known = house.known();
        Rows rows = read(Log.INTERVALS, new LogUnit(known.setup(), known.zone(), false, Instant.EPOCH, Instant.MAX),
                SOME_DAY, SOME_DAY, false);
        assertThat(rows.headings.get(0).knowsZone(), is(false));
        assertThat(rows.lines.get(0).time(), is("2026-01-15T00:15:00"));
    }

    @Test
    void whoHasEnoughIsToldNoMore() throws SourceException, InterruptedException {
        Rows rows = new Rows(false);
        LogSheet.read(LogUnits.memory(house, house::known), new Extract(Log.INTERVALS, null, null, false), rows);
        assertThat(rows.lines.size(), is(both(greaterThan(0)).and(lessThan(rows.headings.get(0).records()))));
    }

    @Test
    void recordsWithoutATimeAreCountedAndLeftOut() throws SourceException, InterruptedException {
        LogUnit known = house.known();
        Instant noon = SOME_DAY.atTime(12, 0).atZone(known.zone()).toInstant();
        Rows rows = read(Log.INTERVALS, new LogUnit(known.setup(), known.zone(), true, Instant.EPOCH, noon), null, null,
                false);
        assertThat(rows.damaged, is(greaterThan(96)));
        assertThat(OffsetDateTime.parse(rows.lines.get(rows.lines.size() - 1).time()).toInstant(), is(noon));
    }
}
