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
package org.openhab.binding.selectronic.internal.examples;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is stored where: nothing in a service that cannot take it, and the recorded series in all that can.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class PersistenceExamplesTest {
    private final Map<String, ExampleItem> items = ExampleItems.all();

    static Stream<String> services() {
        return Example.files("persistence", ".persist").stream()
                .map(name -> name.replaceAll("persistence/|\\.persist", ""));
    }

    private static PersistFile file(String service) {
        return PersistFile.read("persistence/" + service + ".persist");
    }

    /** The recorded series, by what the channels are. */
    private List<String> series() {
        return items.values().stream().filter(
                item -> ExampleItems.quantity(item).filter(quantity -> quantity.group().equals("history")).isPresent())
                .map(ExampleItem::name).toList();
    }

    @Test
    public void thereIsAFileForEachPurpose() {
        assertThat(services().toList(), is(List.of("influxdb", "inmemory", "jdbc", "mapdb", "rrd4j")));
    }

    @ParameterizedTest
    @MethodSource("services")
    public void theTextForTheUserInterfaceSaysTheSame(String service) {
        assertThat(PersistFile.readPasted("persistence/ui/" + service + ".yaml"), is(file(service)));
    }

    @ParameterizedTest
    @MethodSource("services")
    public void whatIsNamedExists(String service) {
        PersistFile file = file(service);

        for (PersistFile.Rule rule : file.rules()) {
            for (String name : rule.items()) {
                assertThat(name, endsWith("*"));
                assertThat(items.get(name.replace("*", "")), is(notNullValue()));
                assertThat(ExampleItems.members(name.replace("*", ""), items), is(not(empty())));
            }
            assertThat(rule.strategies(), is(not(empty())));
            rule.strategies().forEach(strategy -> assertThat(strategy,
                    is(either(in(PersistFile.BUILT_IN)).or(in(file.crons().keySet())))));
            assertThat(rule.filters(), everyItem(is(in(file.timeFilters().keySet()))));
        }
        file.crons().values().forEach(cron -> assertThat(cron.split(" ").length, is(6)));
    }

    /** Source: these two implement openHAB's ModifiablePersistenceService, rrd4j and mapdb do not. */
    @ParameterizedTest
    @ValueSource(strings = { "influxdb", "jdbc" })
    public void databasesTakeAllAndTheSeriesWithoutFilter(String service) {
        Set<String> stored = file(service).stored(items);

        assertThat(stored, hasItems(series().toArray(String[]::new)));
        assertThat(stored, hasItems(ExampleItems.ofChannels().values().stream().filter(item -> !item.isGroup())
                .filter(ExampleItems::isStored).map(ExampleItem::name).toArray(String[]::new)));
        PersistFile.Rule rule = file(service).rules().stream()
                .filter(candidate -> candidate.items().contains("SpProSeries*")).findFirst().orElseThrow();
        assertThat(rule, is(new PersistFile.Rule(List.of("SpProSeries*"), List.of("everyUpdate"), List.of())));
    }

    /** Source: inmemory implements ModifiablePersistenceService too, which alone gets the series of a forecast. */
    @ParameterizedTest
    @MethodSource("services")
    public void expectedValuesGoToServicesThatTakeTheFuture(String service) {
        List<PersistFile.Rule> rules = file(service).rules().stream()
                .filter(rule -> rule.items().contains("SpProForecast*")).toList();
        assertThat(rules,
                is(List.of("influxdb", "inmemory", "jdbc").contains(service)
                        ? List.of(new PersistFile.Rule(List.of("SpProForecast*"), List.of("forecast"), List.of()))
                        : List.of()));
        assertThat(ExampleItems.members("SpProForecast", items).stream().map(ExampleItem::name).toList(), hasSize(4));
    }

    /** At one poll in 5 s a moment that changes each time would be 17,280 rows a day. */
    @ParameterizedTest
    @MethodSource("services")
    public void noMomentIsStoredWithEachPoll(String service) {
        assertThat(
                file(service).stored(items).stream()
                        .filter(name -> !ExampleItems.isStored(Objects.requireNonNull(items.get(name)))).toList(),
                is(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "rrd4j", "mapdb" })
    public void servicesOfThePresentGetNoSeries(String service) {
        assertThat(file(service).stored(items).stream().filter(series()::contains).toList(), is(empty()));
    }

    @Test
    public void rrd4jGetsNumbersEveryMinute() {
        PersistFile file = file("rrd4j");

        assertThat(file.rules().get(0).strategies().stream().map(file.crons()::get).toList(), hasItem("0 * * * * ?"));
        file.stored(items)
                .forEach(name -> assertThat(Objects.requireNonNull(items.get(name)).type(), startsWith("Number")));
    }

    /** An old value of the inverter would pass for a present one. */
    @Test
    public void noValueOfTheInverterIsRestored() {
        for (String service : services().toList()) {
            PersistFile file = file(service);
            List<PersistFile.Rule> restored = file.rules().stream()
                    .filter(rule -> rule.strategies().contains("restoreOnStartup")).toList();
            assertThat(new PersistFile(Map.of(), Map.of(), restored).stored(items).stream()
                    .filter(name -> ExampleItems.quantity(Objects.requireNonNull(items.get(name))).isPresent())
                    .toList(), is(empty()));
        }
    }
}
