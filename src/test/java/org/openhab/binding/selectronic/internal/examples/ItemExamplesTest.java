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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.definitions.Definitions;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * The items of the channels, against the definitions: whatever the way, all that it supplies and nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ItemExamplesTest {
    /** Source: the semantic tags of openHAB 5.1 and 5.2, of which these are used. */
    private static final Set<String> LOCATIONS = Set.of("Shed");
    private static final Set<String> EQUIPMENT = Set.of("Battery", "Generator", "Inverter", "SolarPanel");
    private static final Pattern FITS = Pattern.compile("Items that fit: (.+)\\.");
    private static final Pattern NAME = Pattern.compile("SpPro\\w*|Shed");

    private final Map<String, ExampleItem> items = ExampleItems.ofChannels();

    static Stream<String> connectionTypes() {
        return ThingExamplesTest.connectionTypes();
    }

    static Stream<String> files() {
        return ExampleItems.CHANNEL_FILES.stream();
    }

    @Test
    public void eachFormHasTheSameFiles() {
        assertThat(Example.files("yaml/items", ""),
                containsInAnyOrder(files().map(file -> "yaml/items/" + file + ".yaml").toArray()));
        assertThat(Example.files("dsl/items", ""),
                containsInAnyOrder(files().map(file -> "dsl/items/" + file + ".items").toArray()));
    }

    @ParameterizedTest
    @MethodSource("files")
    public void bothFormsReportTheSame(String file) {
        assertThat(DslFile.items("dsl/items/" + file + ".items"), is(ExampleItems.yaml(file)));
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void theFilesThatFitHaveAllThatTheWaySupplies(String connectionType) {
        List<Quantity> supplied = Stream.of(Quantity.values()).filter(quantity -> quantity
                .origin(ConnectionType.valueOf(connectionType.toUpperCase(Locale.ROOT))).isPresent()).toList();

        List<Quantity> found = fitting(connectionType).stream().flatMap(file -> ExampleItems.yaml(file).stream())
                .flatMap(item -> ExampleItems.quantity(item).stream()).toList();
        assertThat(found, everyItem(is(in(supplied))));
        assertThat(found, hasItems(supplied.stream().filter(quantity -> !ExampleItems.isOnlyARegister(quantity))
                .toArray(Quantity[]::new)));
        assertThat("each once", found.stream().distinct().toList(), is(found));
    }

    @ParameterizedTest
    @MethodSource("connectionTypes")
    public void bothFormsOfTheThingsNameTheSameItems(String connectionType) {
        assertThat(fitting("dsl/things/" + connectionType, ".things", ".items"), is(fitting(connectionType)));
    }

    @Test
    public void anItemLooksLikeItsChannel() {
        for (ExampleItem item : items.values()) {
            Optional<Quantity> linked = ExampleItems.quantity(item);
            assertThat(item.name(), linked.isPresent(), is(!item.isGroup()));
            linked.ifPresent(quantity -> looksLike(item, quantity));
        }
    }

    private static void looksLike(ExampleItem item, Quantity quantity) {
        XmlElement channel = Definitions.withId(
                Definitions.channels(Definitions.withId(Definitions.groupTypes(), quantity.group())),
                quantity.channel());
        XmlElement type = Definitions.withId(Definitions.channelTypes(), channel.attribute("typeId").orElseThrow());

        assertThat(item.name(), item.label(), is(channel.text("label").orElseThrow()));
        assertThat(item.name(), is("SpPro_" + item.label().replaceAll("[ -]+", "_")));
        assertThat(item.name(), item.type(), is(type.text("item-type").orElseThrow()));
        assertThat(item.name(), item.unit(),
                is(type.child("item-type").orElseThrow().attribute("unitHint").orElse("")));
        assertThat(item.name(), item.format(),
                is(type.child("state").flatMap(state -> state.attribute("pattern")).orElse("")));
        assertThat(item.name(), item.tags(),
                is(type.child("tags").orElseThrow().children("tag").stream().map(XmlElement::text).toList()));
        assertThat(item.links().values(), contains(Map.of()));
    }

    @Test
    public void theModelIsAPlaceWithEquipmentAndItsPoints() {
        for (ExampleItem item : items.values()) {
            assertThat(item.name(), item.name(), matchesPattern(NAME));
            List<ExampleItem> groups = item.groups().stream().map(items::get).map(Objects::requireNonNull).toList();
            assertThat(item.name(), groups.stream().map(ExampleItem::isGroup).toList(), everyItem(is(true)));
            if (!item.isGroup()) {
                // exactly one equipment, and one group for persistence unless it is not stored
                assertThat(item.name(), groups.stream().filter(ItemExamplesTest::isEquipment).toList(), hasSize(1));
                assertThat(item.name(), groups, hasSize(ExampleItems.isStored(item) ? 2 : 1));
            } else if (isEquipment(item)) {
                assertThat(item.name(), groups, hasSize(1));
            } else {
                assertThat(item.name(), groups, is(empty()));
                assertThat(item.name(), item.tags(), everyItem(is(in(LOCATIONS))));
            }
        }
    }

    @Test
    public void pointsStandInTheEquipmentOfTheirGroup() {
        Map<String, String> equipment = Map.of("battery", "SpProBattery", "solar", "SpProSolar", "generator",
                "SpProGenerator");
        for (ExampleItem item : items.values()) {
            ExampleItems.quantity(item).ifPresent(
                    quantity -> assertThat(item.groups(), hasItem(equipment.getOrDefault(quantity.group(), "SpPro"))));
        }
    }

    private static boolean isEquipment(ExampleItem item) {
        return item.tags().stream().anyMatch(EQUIPMENT::contains);
    }

    private static List<String> fitting(String connectionType) {
        return fitting("yaml/things/" + connectionType, ".yaml", ".yaml");
    }

    /** What a file with things says of the items that go with it. */
    private static List<String> fitting(String file, String ending, String endingOfItems) {
        MatchResult fits = FITS.matcher(Example.text(file + ending)).results().findFirst().orElseThrow();
        return Stream.of(fits.group(1).split(", ")).map(name -> name.replace(endingOfItems, "")).toList();
    }
}
