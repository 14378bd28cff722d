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
package org.openhab.binding.selectronic.internal.definitions;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * Tests that bridge, thing, groups, channels and channel types belong together and are written as openHAB reads them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ThingTypesTest {
    private static final List<String> OF_A_THING = List.of("supported-bridge-type-refs", "label", "description",
            "category", "semantic-equipment-tag", "channels", "channel-groups", "properties", "representation-property",
            "config-description", "config-description-ref");

    /** openHAB reads elements one after another and drops the whole file if one stands in the wrong place. */
    private static final Map<String, List<String>> ORDER = Map.of( //
            "bridge-type", OF_A_THING, //
            "thing-type", OF_A_THING, //
            "channel-group-type", List.of("label", "description", "category", "channels"), //
            "channel", List.of("label", "description", "properties", "autoUpdatePolicy"), //
            "channel-type", List.of("item-type", "kind", "label", "description", "category", "tags", "state", "command",
                    "event", "autoUpdatePolicy", "config-description", "config-description-ref"));

    @Test
    public void elementsStandInTheOrderOfTheSchema() {
        List<XmlElement> elements = new ArrayList<>(Definitions.thingTypes());
        elements.addAll(Definitions.channelTypes());
        for (XmlElement groupType : Definitions.groupTypes()) {
            elements.add(groupType);
            elements.addAll(Definitions.channels(groupType));
        }
        for (XmlElement element : elements) {
            List<String> names = element.children().stream().map(XmlElement::name).toList();
            List<String> inOrder = ORDER.getOrDefault(element.name(), List.of()).stream().filter(names::contains)
                    .toList();
            assertThat(element.toString(), names, is(inOrder));
        }
    }

    @Test
    public void allFilesAreOfTheBinding() {
        for (XmlElement root : Definitions.thingDescriptions()) {
            assertThat(root.attribute("bindingId"), is(Optional.of(SelectronicBindingConstants.BINDING_ID)));
        }
    }

    @Test
    public void idsAreInLowerCaseWithHyphens() {
        assertThat(ids(Definitions.thingTypes()), everyItem(matchesPattern("[a-z]+(-[a-z]+)*")));
        assertThat(ids(Definitions.groupTypes()), everyItem(matchesPattern("[a-z]+(-[a-z]+)*")));
        assertThat(ids(Definitions.channelTypes()), everyItem(matchesPattern("[a-z]+(-[a-z]+)*")));
    }

    @Test
    public void noIdIsTakenTwice() {
        for (List<XmlElement> elements : List.of(Definitions.thingTypes(), Definitions.groupTypes(),
                Definitions.channelTypes())) {
            assertThat(ids(elements), containsInAnyOrder(Set.copyOf(ids(elements)).toArray()));
        }
    }

    @Test
    public void theInverterIsReachedThroughEachBridge() {
        List<XmlElement> references = Definitions.withId(Definitions.thingTypes(), "inverter")
                .child("supported-bridge-type-refs").orElseThrow().children("bridge-type-ref");

        List<String> bridges = Definitions.thingTypes().stream().filter(type -> type.name().equals("bridge-type"))
                .map(XmlElement::id).toList();
        assertThat(ids(references), containsInAnyOrder(bridges.toArray()));
    }

    @Test
    public void theInverterHasTheGroupsOfTheTable() {
        List<XmlElement> groups = Definitions.withId(Definitions.thingTypes(), "inverter").child("channel-groups")
                .orElseThrow().children("channel-group");

        assertThat(ids(groups), is(Stream.of(Quantity.values()).map(Quantity::group).distinct().toList()));
        assertThat(typeIds(groups), is(ids(groups)));
    }

    @Test
    public void groupTypesAreThoseThatAreUsed() {
        List<String> used = Definitions.thingTypes().stream().flatMap(type -> type.child("channel-groups").stream())
                .flatMap(groups -> typeIds(groups.children("channel-group")).stream()).toList();

        assertThat(ids(Definitions.groupTypes()), containsInAnyOrder(used.toArray()));
    }

    @Test
    public void channelTypesAreThoseThatAreUsed() {
        Set<String> used = new TreeSet<>();
        Definitions.groupTypes().forEach(groupType -> used.addAll(typeIds(Definitions.channels(groupType))));
        used.addAll(List.of(Definitions.withId(Definitions.thingTypes(), "inverter").attribute("extensible")
                .orElseThrow().split(",")));

        assertThat(ids(Definitions.channelTypes()), containsInAnyOrder(used.toArray()));
    }

    @Test
    public void configurationDescriptionsAreThoseThatAreUsed() {
        List<XmlElement> types = new ArrayList<>(Definitions.thingTypes());
        Definitions.channelTypes().stream().filter(type -> type.id().startsWith("register-")).forEach(types::add);
        List<String> used = types.stream()
                .map(type -> type.child("config-description-ref").orElseThrow().attribute("uri").orElseThrow())
                .toList();
        List<String> expected = types.stream().map(type -> (type.name().equals("channel-type") ? "channel" : "thing")
                + "-type:" + SelectronicBindingConstants.BINDING_ID + ":" + type.id()).toList();
        assertThat(used, is(expected));

        assertThat(Definitions.configDescriptions().stream()
                .map(description -> description.attribute("uri").orElseThrow()).toList(),
                containsInAnyOrder(used.toArray()));
    }

    @Test
    public void thingsAreKnownByWhatNeverChanges() {
        assertThat(representationProperty("gateway"), is(Optional.of("boardId")));
        // of an adapter there is nothing but its address, and of an account nothing but what its owner may change
        assertThat(representationProperty("serial"), is(Optional.of("usbSerialNumber")));
        assertThat(representationProperty("network"), is(Optional.empty()));
        assertThat(representationProperty("tunnel"), is(Optional.empty()));
        assertThat(representationProperty("portal"), is(Optional.empty()));
        assertThat(representationProperty("inverter"), is(Optional.of("serialNumber")));
    }

    @Test
    public void thingsNameTheirVendor() {
        for (XmlElement type : Definitions.thingTypes()) {
            List<XmlElement> properties = type.child("properties").orElseThrow().children("property");
            assertThat(type.toString(),
                    properties.stream()
                            .map(property -> property.attribute("name").orElseThrow() + "=" + property.text()).toList(),
                    is(List.of("vendor=Selectronic")));
        }
    }

    @Test
    public void thingsGroupsAndStatesHaveAnIcon() {
        List<XmlElement> elements = new ArrayList<>(Definitions.thingTypes());
        elements.addAll(Definitions.groupTypes());
        elements.addAll(Definitions.channelTypes());

        assertThat(elements.stream().filter(element -> element.text("category").isEmpty())
                .filter(element -> !Definitions.isTrigger(element)).toList(), is(empty()));
    }

    /**
     * The recorded icons are those that were seen in the classic set, and none that warns: its energy is a hazard
     * triangle, its switch is red when off, and its alarm is lit whatever the state.
     */
    @Test
    public void iconsOfGroupsAndChannelsExistAndAreCalm() throws IOException {
        List<String> icons = Files.readAllLines(Path.of("src/test/resources/ui/icons.txt"));
        Stream.of(Definitions.groupTypes(), Definitions.channelTypes()).flatMap(List::stream)
                .forEach(element -> element.text("category").ifPresent(category -> assertThat(element.toString(),
                        "oh:" + category.toLowerCase(Locale.ROOT), is(in(icons)))));

        assertThat(icons, not(hasItem(in(List.of("oh:energy", "oh:error", "oh:alarm", "oh:switch")))));
    }

    private static Optional<String> representationProperty(String id) {
        return Definitions.withId(Definitions.thingTypes(), id).text("representation-property");
    }

    private static List<String> ids(List<XmlElement> elements) {
        return elements.stream().map(XmlElement::id).toList();
    }

    private static List<String> typeIds(List<XmlElement> elements) {
        return elements.stream().map(element -> element.attribute("typeId").orElseThrow()).toList();
    }
}
