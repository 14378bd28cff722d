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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Reads the published pages and bodies of the portal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalPagesTest {
    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final EventLog log = new EventLog("9001");
    private final TextStorage reader = new ThingStorage(new FakeStorage());

    static String resource(String name) {
        try (InputStream in = PortalPagesTest.class.getResourceAsStream("/portal/" + name)) {
            if (in == null) {
                throw new AssertionError("no body named " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ChartDay chart(String name, String day) throws SourceException {
        return ChartDay.read(bytes(resource(name)), LocalDate.parse(day), MELBOURNE);
    }

    @Test
    void publishedEventsAreRead() {
        assertThat(EventsPage.read(resource("events.html")).orElseThrow(),
                contains(
                        new PortalEvent(50, LocalDateTime.parse("2026-09-18T11:53"),
                                LocalDateTime.parse("2026-09-18T12:12:59")),
                        new PortalEvent(12, LocalDateTime.parse("2026-06-13T20:07"),
                                LocalDateTime.parse("2026-06-14T06:24:24")),
                        new PortalEvent(1001, LocalDateTime.parse("2025-09-16T16:45:02"),
                                LocalDateTime.parse("2025-09-17T08:55:33"))));
    }

    @Test
    void anActiveEventHasNoEnd() {
        assertThat(EventsPage.read(resource("events-active.html")).orElseThrow(),
                contains(new PortalEvent(12, LocalDateTime.parse("2026-06-15T19:40"), null)));
    }

    private static String table(String... rows) {
        return "<html><table><tr><td>menu</td></tr></table><table class=\"x\"><tr><th>Cleared</th><th> Code </th>"
                + "<th>Created</th></tr>" + String.join("", rows) + "</table></html>";
    }

    private static String row(String... cells) {
        return "<tr><td>" + String.join("</td><td class=\"y\">", cells) + "</td></tr>";
    }

    @Test
    void aTableWithoutRowsMeansNoEvents() {
        assertThat(EventsPage.read(table()), is(Optional.of(List.of())));
    }

    @Test
    void rowsThatCannotBeReadAreLeftOut() {
        assertThat(EventsPage
                .read(table(row("", "7"), row("", "x7", "2026-01-01 00:00"), row("", "7", "yesterday"),
                        row("2026-13-01 00:00", "7", "2026-01-01 00:00"), row("", "400", "2026-01-01 00:00")))
                .orElseThrow(), contains(new PortalEvent(400, LocalDateTime.parse("2026-01-01T00:00"), null)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<html>maintenance</html>", "<table><tr><th>Code</th></tr></table>",
            "<table><tr><th>Code</th><th>Created</th><th>Cleared</th>", "<table", "<table>", "<tableau></table>" })
    void aPageWithoutTheTableIsNotKnown(String page) {
        assertThat(EventsPage.read(page), is(Optional.empty()));
    }

    @Test
    void aTableWithoutOneGoodRowIsNotKnown() {
        assertThat(EventsPage.read(table(row("a", "b", "c"))), is(Optional.empty()));
    }

    private static String shown(String page) {
        return Html.page(new Reply(200, null, null, List.of(), bytes(page), Duration.ZERO));
    }

    /** The published page as other servers and other versions of this one might write it. */
    @Test
    void markupThatMeansTheSameIsReadTheSame() {
        String page = resource("events.html");
        List<PortalEvent> events = EventsPage.read(page).orElseThrow();
        for (String same : List.of(page.toUpperCase(Locale.ROOT), page.replace("\"", "'"), page.replaceAll("\\s+", " "),
                page.replaceAll("</?(thead|tbody)>", ""),
                page.replace("<td", "<td title=\"a > b\"").replace("</td>", "</td >"),
                page.replace("Created", "CREATED&nbsp;").replace("2026-09-18 11", "2026-09-18&#160;11"),
                page.replace("<tbody>",
                        "<tbody><!-- <tr><td></td><td>6</td><td>x</td><td>2026-01-01 00:00:00</td>"
                                + "<td></td></tr> --><script>'<tr><td></td>'</script>"),
                page.replace("</th>\n        </tr>", "</th><th>More</th></tr>").replace("</td>\n        </tr>",
                        "</td><td><b>1</b></td></tr>"),
                "\uFEFF" + page, page.replace("\n", "\r\n"))) {
            assertThat(same, EventsPage.read(shown(same)), is(Optional.of(events)));
        }
        String active = resource("events-active.html");
        for (String empty : List.of("&nbsp;", "&#160;", "&#xA0;", "\u00a0", " \n ", "<span></span>", "<!-- none -->")) {
            assertThat(empty, EventsPage.read(shown(active.replace("s\"></td>", "s\">" + empty + "</td>"))),
                    is(EventsPage.read(active)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "No events found", "There are no events.", "No&nbsp;data available in table",
            "<i>no records</i>" })
    void aRowMaySayThatThereAreNone(String reported) {
        assertThat(EventsPage.read(table("<tr><td colspan=\"3\">" + reported + "</td></tr>")),
                is(Optional.of(List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Error while loading events", "Loading…", "Please log in", "" })
    void aRowThatSaysSomethingElseIsNotNoEvents(String reported) {
        assertThat(EventsPage.read(table("<tr><td colspan=\"3\">" + reported + "</td></tr>")), is(Optional.empty()));
    }

    @Test
    void aPageThatIsCutAnywhereHasNoOtherEvents() {
        String page = resource("events.html");
        List<PortalEvent> all = EventsPage.read(page).orElseThrow();
        for (int length = 0; length < page.length(); length++) {
            Optional<List<PortalEvent>> read = EventsPage.read(shown(page.substring(0, length)));
            assertThat(read.isEmpty() || read.get().equals(all), is(true));
        }
    }

    @Test
    void datesThatDoNotExistAreNone() {
        assertThat(EventsPage.read(table(row("", "7", "2026-02-30 10:00"), row("", "8", "2026-02-28 24:00"),
                row("", "9", "2026-02-28 10:00"))).orElseThrow(), hasSize(1));
    }

    @Test
    void aYearOfRowsIsRead() {
        String row = row("2026-01-03 06:00", "%d", "2026-01-03 05:00");
        String[] rows = IntStream.range(0, 3000).mapToObj(row::formatted).toArray(String[]::new);
        assertThat(EventsPage.read(shown(table(rows))).orElseThrow(), hasSize(3000));
        assertThat("what is never closed takes no time either",
                Html.elements("<td>".repeat(200_000) + "<!--".repeat(100_000), "td"), is(empty()));
    }

    @Test
    void aPageThatWasNotWholeAtTheFirstLookMakesNoNewsOfAYear() {
        newEvents(List.of(), MELBOURNE, Instant.parse("2026-09-18T02:00:00Z"));
        assertThat(
                newEvents(EventsPage.read(resource("events.html")).orElseThrow(), MELBOURNE,
                        Instant.parse("2026-09-18T02:30:00Z")),
                contains("old ALERT_RAISED 1001 2025-09-16T06:45:02Z", "old ALERT_CLEARED 1001 2025-09-16T22:55:33Z",
                        "old ALERT_RAISED 12 2026-06-13T10:07:00Z", "old ALERT_CLEARED 12 2026-06-13T20:24:24Z",
                        "ALERT_RAISED 50 2026-09-18T01:53:00Z", "ALERT_CLEARED 50 2026-09-18T02:12:59Z"));
    }

    @Test
    void atTheFirstReadTheNewestAndActiveOnesAreOld() {
        List<PortalEvent> page = EventsPage.read(table(row("2026-01-03 00:10", "50", "2026-01-03 00:00"),
                row("", "12", "2026-01-02 00:00"), row("2026-01-01 00:10", "2", "2026-01-01 00:00"))).orElseThrow();
        assertThat(newEvents(page, MELBOURNE, NOW), contains("old ALERT_RAISED 12 2026-01-01T13:00:00Z",
                "old ALERT_RAISED 50 2026-01-02T13:00:00Z", "old ALERT_CLEARED 50 2026-01-02T13:10:00Z"));
        assertThat(newEvents(page, MELBOURNE, NOW), is(empty()));
        assertThat("another zone makes no other events", newEvents(page, ZoneId.of("UTC"), NOW), is(empty()));
    }

    @Test
    void whatIsNewIsReportedOnce() {
        newEvents(List.of(), MELBOURNE, NOW);
        List<PortalEvent> raised = EventsPage.read(table(row("", "1001", "2026-01-03 00:00:05"))).orElseThrow();
        assertThat(newEvents(raised, MELBOURNE, NOW), contains("ALERT_RAISED 1001 2026-01-02T13:00:05Z"));
        List<PortalEvent> cleared = EventsPage.read(table(row("2026-01-03 06:00", "2", "2026-01-03 05:00"),
                row("2026-01-03 05:30", "1001", "2026-01-03 00:00:05"))).orElseThrow();
        assertThat(newEvents(cleared, MELBOURNE, NOW), contains("ALERT_RAISED 2 2026-01-02T18:00:00Z",
                "ALERT_CLEARED 1001 2026-01-02T18:30:00Z", "ALERT_CLEARED 2 2026-01-02T19:00:00Z"));
        assertThat(newEvents(cleared, MELBOURNE, NOW), is(empty()));
    }

    /** Clocks go back at 3:00 on 5 April 2026 and forward at 2:00 on 4 October 2026 in Melbourne. */
    @Test
    void theOrderReportsTheTwoHoursOfAnAutumnNightApartAndAGapIsStridden() {
        newEvents(List.of(), MELBOURNE, NOW);
        List<PortalEvent> page = EventsPage.read(table(row("", "6", "2026-10-04 02:30"),
                row("2026-04-05 02:15", "4", "2026-04-05 02:10"), row("", "2", "2026-04-05 02:50"))).orElseThrow();
        assertThat(newEvents(page, MELBOURNE, NOW),
                contains("ALERT_RAISED 2 2026-04-04T15:50:00Z", "ALERT_RAISED 4 2026-04-04T16:10:00Z",
                        "ALERT_CLEARED 4 2026-04-04T16:15:00Z", "ALERT_RAISED 6 2026-10-03T16:30:00Z"));
    }

    /** The events that one reader gets of a page. */
    private List<String> newEvents(List<PortalEvent> page, ZoneId zone, Instant now) {
        log.read(page);
        return newEvents(reader, zone, now);
    }

    private List<String> newEvents(TextStorage reader, ZoneId zone, Instant now) {
        NewEvents newEvents = log.newEvents(Map.of("thing", reader), zone, now).getOrDefault("thing", NewEvents.NONE);
        newEvents.keepIn(reader);
        return newEvents.events().stream().map(PortalPagesTest::text).toList();
    }

    private static List<PortalEvent> page(String... rows) {
        return EventsPage.read(table(rows)).orElseThrow();
    }

    @Test
    void eachReaderGetsEachEventOnceAndALaterOneBeginsWithTheNewestAsAnOldOne() {
        List<PortalEvent> first = page(row("2026-01-01 00:10", "2", "2026-01-01 00:00"),
                row("2025-12-20 00:10", "50", "2025-12-20 00:00"));
        assertThat(newEvents(first, MELBOURNE, NOW),
                contains("old ALERT_RAISED 2 2025-12-31T13:00:00Z", "old ALERT_CLEARED 2 2025-12-31T13:10:00Z"));
        TextStorage later = new ThingStorage(new FakeStorage());
        assertThat("of the page that was read before it was made", newEvents(later, MELBOURNE, NOW),
                contains("old ALERT_RAISED 2 2025-12-31T13:00:00Z", "old ALERT_CLEARED 2 2025-12-31T13:10:00Z"));
        List<PortalEvent> second = page(row("", "50", "2026-01-01 10:00"),
                row("2026-01-01 00:10", "2", "2026-01-01 00:00"));
        assertThat(newEvents(second, MELBOURNE, NOW), contains("ALERT_RAISED 50 2025-12-31T23:00:00Z"));
        assertThat(newEvents(later, MELBOURNE, NOW), contains("ALERT_RAISED 50 2025-12-31T23:00:00Z"));
        assertThat(newEvents(reader, MELBOURNE, NOW), is(empty()));
        assertThat(newEvents(later, MELBOURNE, NOW), is(empty()));
    }

    @Test
    void whatWasNotDealtWithIsReportedAgain() {
        newEvents(List.of(), MELBOURNE, NOW);
        log.read(page(row("", "50", "2026-01-01 10:00")));
        Map<String, TextStorage> readers = Map.of("thing", reader);
        assertThat(log.newEvents(readers, MELBOURNE, NOW).getOrDefault("thing", NewEvents.NONE).events(), hasSize(1));
        assertThat(newEvents(reader, MELBOURNE, NOW), hasSize(1));
        assertThat(newEvents(reader, MELBOURNE, NOW), is(empty()));
    }

    @Test
    void afterARestartWhatHappenedMeanwhileIsNewsForADay() {
        newEvents(page(row("", "12", "2025-12-20 00:00")), MELBOURNE, NOW);
        EventLog restarted = new EventLog("9001");
        restarted.read(page(row("2026-01-01 00:10", "50", "2026-01-01 00:00"),
                row("2025-12-28 00:10", "2", "2025-12-28 00:00"), row("2025-12-29 00:00", "12", "2025-12-20 00:00")));
        assertThat(
                restarted.newEvents(Map.of("thing", reader), MELBOURNE, NOW).getOrDefault("thing", NewEvents.NONE)
                        .events().stream().map(PortalPagesTest::text).toList(),
                contains("old ALERT_RAISED 2 2025-12-27T13:00:00Z", "old ALERT_CLEARED 2 2025-12-27T13:10:00Z",
                        "old ALERT_CLEARED 12 2025-12-28T13:00:00Z", "ALERT_RAISED 50 2025-12-31T13:00:00Z",
                        "ALERT_CLEARED 50 2025-12-31T13:10:00Z"));
    }

    @Test
    void aPageThatIsEmptyForOnceMakesNoNewsOfWhatWasSeen() {
        List<PortalEvent> page = page(row("2026-01-01 00:10", "2", "2026-01-01 00:00"),
                row("", "50", "2025-12-31 23:00"));
        assertThat(newEvents(page, MELBOURNE, NOW), is(not(empty())));
        assertThat(newEvents(List.of(), MELBOURNE, NOW), is(empty()));
        assertThat(newEvents(page, MELBOURNE, NOW), is(empty()));
    }

    /** A busy year, of which the newest are remembered one by one. */
    @Test
    void whatIsNotedOfAPageStaysShortAndNothingOfItIsReportedAgain() {
        List<PortalEvent> year = IntStream.range(0, 3000)
                .mapToObj(n -> new PortalEvent(2, LocalDateTime.parse("2025-12-31T00:00:00").minusHours(n),
                        LocalDateTime.parse("2025-12-31T00:30:00").minusHours(n)))
                .toList();
        List<PortalEvent> active = List.of(new PortalEvent(12, LocalDateTime.parse("2024-01-01T00:00:00"), null));
        newEvents(active, MELBOURNE, NOW);
        assertThat(newEvents(Stream.concat(year.stream(), active.stream()).toList(), MELBOURNE, NOW), hasSize(6000));
        assertThat(String.valueOf(reader.get("events 9001")).length(), is(lessThan(10_000)));
        EventLog restarted = new EventLog("9001");
        restarted.read(Stream.concat(year.stream(), Stream.of(new PortalEvent(12,
                LocalDateTime.parse("2024-01-01T00:00:00"), LocalDateTime.parse("2026-01-01T09:00:00")))).toList());
        assertThat("an alert that was active all the time ends",
                restarted.newEvents(Map.of("thing", reader), MELBOURNE, NOW).getOrDefault("thing", NewEvents.NONE)
                        .events().stream().map(PortalPagesTest::text).toList(),
                contains("ALERT_CLEARED 12 2025-12-31T22:00:00Z"));
    }

    @Test
    void aNoteThatCannotBeReadIsNone() {
        for (String note : List.of("2026-01-01T00:00;?", "?", "2026-01-01T00:00;2026-13-01T00:00:00 7")) {
            reader.put("events 9001", note);
            assertThat(note, newEvents(page(row("", "50", "2026-01-01 10:00")), MELBOURNE, NOW),
                    contains("old ALERT_RAISED 50 2025-12-31T23:00:00Z"));
        }
    }

    private static String text(UnitEvent event) {
        return (event.old() ? "old " : "") + event.type() + " " + event.code() + " " + event.time();
    }

    @Test
    void aSystemsPageReportsItsRatings() {
        assertThat(AccountPages.identity(resource("dashboard.html")),
                is(new Identity("123456", "SPMC482", null, 7500.0, null, AcSource.AUTO, "9 kW", "63.6 kWh")));
    }

    @Test
    void labelsAndValuesMayBeDressedUp() {
        String page = resource("dashboard.html").replace("SP PRO Serial:", "\n  SP&nbsp;PRO  serial :\n")
                .replace("Solar Size:", "<b>Solar Size:</b>").replace(">9 kW<", "><span class='x'>9&#32;kW</span> <")
                .replace("<div style=\"display: table-cell\"", "<DIV style='display:table-cell'");
        assertThat(AccountPages.identity(page), is(AccountPages.identity(resource("dashboard.html"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "<div style=\"display: table-cell\">SP PRO Model:</div>", "<html>new</html>" })
    void whatThePageDoesNotReportIsNotKnown(String page) {
        assertThat(AccountPages.identity(page), is(Identity.NONE));
    }

    @Test
    void valuesThatAreEmptyOrNoneAreNotKnown() {
        String page = resource("dashboard.html").replace("SPMC482", " ").replace("123456", "unknown")
                .replace("7.5kW, 48V", "big").replace("63.6 kWh", "");
        assertThat(AccountPages.identity(page),
                is(new Identity(null, null, null, null, null, AcSource.AUTO, "9 kW", null)));
    }

    @ParameterizedTest
    @CsvSource({
            "'<option value=\"UTC\">UTC</option><option value=\"Australia/Perth\" selected>Perth</option>', Australia/Perth",
            "'<select><option selected=\"selected\" value=\"Australia/Perth\">x</option></select>', Australia/Perth",
            "'<option selected value=\"en\">English</option><input name=\"timezone\" value=\"UTC\">', UTC",
            "'<OPTION VALUE=\"Australia/Perth\" SELECTED>Perth</OPTION>', Australia/Perth",
            "'<option value=Australia/Perth selected=selected>Perth</option>', Australia/Perth",
            "'<option selected=\"\" value=''Etc/GMT+10''>x</option>', Etc/GMT+10",
            "'<option selected>America/Port-au-Prince</option>', America/Port-au-Prince",
            "'<option value=\"17\" selected=\"true\"> (GMT+10:00) Australia/Sydney </option>', Australia/Sydney",
            "'<option value=\"17\" selected>(UTC) Dublin, Lisbon</option>', ",
            "'<option value=\"Africa/Abidjan\" data-selected=\"false\">x</option>', ",
            "'<option value=\"Africa/Abidjan\" class=\"not-selected\">x</option>', ",
            "'<input value=''Australia/Hobart'' type=text name=''timezone''>', Australia/Hobart",
            "'<option selected value=\"Mars/Base\">Mars</option>', ", "'<option value=\"UTC\">UTC</option>', ",
            "'<html>', " })
    void theZoneIsTheOneThatIsChosen(String page, @Nullable String zone) {
        assertThat(AccountPages.zone(page), is(Optional.ofNullable(zone).map(ZoneId::of)));
    }

    /** Two megabytes are the most that is taken; looked at from each of its words such a page takes hours. */
    @ParameterizedTest
    @ValueSource(strings = { "<div table-cell", "<option selected", "<input name=\"timezone\"", "<", "<div" })
    void aPageMadeToTakeLongDoesNot(String beginning) {
        String word = beginning.substring(beginning.indexOf(' ') + 1);
        String page = beginning + (" " + word).repeat(2_000_000 / (word.length() + 1));
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            assertThat(AccountPages.zone(page), is(Optional.empty()));
            assertThat(AccountPages.identity(page), is(Identity.NONE));
        });
    }

    @Test
    void numbersOfSystemsAreTextOrNumber() throws SourceException {
        assertThat(PortalBodies.systems(bytes(resource("systems-owner.json"))).entrySet(),
                contains(Map.entry("9999", "Example House"), Map.entry("9998", "Example Shed")));
        assertThat(
                PortalBodies.systems(bytes(
                        "{\"systems\":[{\"did\":7},{\"name\":\"x\"},{\"did\":\"../login\"}," + "{\"did\":null},5]}")),
                is(Map.of("7", "")));
        assertThrows(SourceException.class, () -> PortalBodies.systems(bytes("{}")));
        assertThrows(SourceException.class, () -> PortalBodies.systems(bytes("[]")));
        assertThrows(SourceException.class, () -> PortalBodies.systems(bytes("{\"systems")));
    }

    @Test
    void theFirstDayMayBeMissing() throws SourceException {
        assertThat(PortalBodies.firstDay(bytes("{\"items\":{\"first_date\":\"2018-04-27\"}}")),
                is(Optional.of(LocalDate.parse("2018-04-27"))));
        assertThat(PortalBodies.firstDay(bytes("{\"items\":{\"first_date\":\"long ago\"}}")), is(Optional.empty()));
        assertThat(PortalBodies.firstDay(bytes("{}")), is(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({ "chart-day.json, 2025-09-17, 24", "chart-day-23h.json, 2025-10-05, 23",
            "chart-day-25h.json, 2026-04-05, 25" })
    void aDayHasItsHoursWithoutAGapOrAnOverlap(String name, String day, int hours) throws SourceException {
        ChartDay chart = chart(name, day);
        assertThat(chart.day(), is(LocalDate.parse(day)));
        assertThat(chart.records(), hasSize(hours));
        assertThat(chart.records().get(0).start(), is(LocalDate.parse(day).atStartOfDay(MELBOURNE).toInstant()));
        for (int i = 0; i < hours; i++) {
            HistoryRecord record = chart.records().get(i);
            assertThat(Duration.between(record.start(), record.end()), is(Duration.ofHours(1)));
            if (i > 0) {
                assertThat(record.start(), is(chart.records().get(i - 1).end()));
            }
        }
        assertThat(chart.records().get(hours - 1).end(),
                is(LocalDate.parse(day).plusDays(1).atStartOfDay(MELBOURNE).toInstant()));
    }

    @Test
    void energiesAreKilowattHoursAndPowersTheirMean() throws SourceException {
        HistoryRecord noon = chart("chart-day.json", "2025-09-17").records().get(12);
        assertThat(noon.values().get(Quantity.HISTORY_SOLAR_ENERGY), is(3.52));
        assertThat(noon.values().get(Quantity.HISTORY_SOLAR_POWER), is(closeTo(3520, 1e-9)));
        assertThat(noon.values().get(Quantity.HISTORY_LOAD_ENERGY), is(0.83));
        assertThat(noon.values().get(Quantity.HISTORY_AC_SOURCE_POWER), is(0.0));
        assertThat(noon.values().get(Quantity.HISTORY_STATE_OF_CHARGE), is(72.2));
        for (Quantity quantity : noon.values().keySet()) {
            assertThat(quantity.origin(ConnectionType.PORTAL).isPresent(), is(true));
        }
    }

    @Test
    void whatIsMissingIsNotZero() throws SourceException {
        ChartDay gap = chart("chart-gap.json", "2024-02-11");
        assertThat(gap.records(), hasSize(22));
        assertThat(chart("chart-empty.json", "2024-02-12").records(), is(empty()));
        assertThat(ChartDay.read(bytes("{}"), LocalDate.parse("2024-02-12"), MELBOURNE).records(), is(empty()));
    }

    @Test
    void aDayBeforeTheFirstIsTheFirst() throws SourceException {
        ChartDay first = chart("chart-clamped.json", "2018-05-01");
        assertThat(first.day(), is(LocalDate.parse("2020-07-09")));
        assertThat(first.records(), hasSize(24));
        assertThat("an earlier day than asked for answers nothing", chart("chart-clamped.json", "2020-07-10").records(),
                is(empty()));
    }

    @Test
    void numbersAndLabelsThatCannotBeAreLeftOut() throws SourceException {
        ChartDay chart = ChartDay.read(bytes("""
                {"data": {"chartdate": "2026-10-04",
                "datetime": ["2026-10-04 00:00", "2026-10-04 02:30", "noon", null, "2026-10-03 05:00",
                  "2026-10-04 04:00", "2026-10-04 04:00", "2026-10-04 05:00"],
                "load": [-1, 1, 1, 1, 1, 0.5, 1, "2"], "soc": [50, 50, 50, 50, 50, 101, 50, 50],
                "grid": [0.25], "export": [1], "solar": {}}}"""), LocalDate.parse("2026-10-04"), MELBOURNE);
        assertThat(chart.records(), hasSize(3));
        assertThat(chart.records().get(0).values().keySet(),
                containsInAnyOrder(Quantity.HISTORY_STATE_OF_CHARGE, Quantity.HISTORY_AC_SOURCE_POWER,
                        Quantity.HISTORY_AC_SOURCE_ENERGY_IMPORT, Quantity.HISTORY_AC_SOURCE_ENERGY_EXPORT));
        assertThat(chart.records().get(0).values().get(Quantity.HISTORY_AC_SOURCE_POWER), is(-750.0));
        assertThat(chart.records().get(1).values().keySet(),
                containsInAnyOrder(Quantity.HISTORY_LOAD_ENERGY, Quantity.HISTORY_LOAD_POWER));
        assertThat(chart.records().get(2).values().keySet(), contains(Quantity.HISTORY_STATE_OF_CHARGE));
    }

    @Test
    void aServerThatSetsMoreAndMoreCookiesGetsAFewBack() {
        CookieJar jar = new CookieJar();
        for (int answer = 0; answer < 10_000; answer++) {
            jar.take(List.of("mojolicious=" + answer, "visit" + answer + "=1"));
        }
        assertThat(jar.header(), containsString("mojolicious=9999"));
        assertThat(jar.header().length(), is(lessThan(4096)));
        jar.take(List.of("visit1=", "large=" + "x".repeat(9000)));
        assertThat(jar.header(), not(containsString("large")));
        jar.take(List.of("last=1"));
        assertThat(jar.header(), containsString("last=1"));
    }

    @Test
    void aCookieMayHoldSignsOfEqualityAndIsTakenAway() {
        CookieJar jar = new CookieJar();
        jar.take(List.of("mojolicious=eyJ=a==--12; path=/; HttpOnly", "other = 1 ", "=no name", "plain"));
        assertThat(jar.header(), is("mojolicious=eyJ=a==--12; other=1"));
        jar.take(List.of("mojolicious=; expires=Thu, 01 Jan 1970 00:00:00 GMT", "other=2; Max-Age=0; path=/"));
        assertThat(jar.isEmpty(), is(true));
    }
}
