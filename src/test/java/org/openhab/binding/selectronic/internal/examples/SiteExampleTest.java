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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * Several units of one site: the sums have one member of each unit, all of the same channel and unit, and the rule
 * knows
 * each battery.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SiteExampleTest {
    private static final String SUM = ":SUM";

    private final Map<String, ExampleItem> items = DslFile.items("site/site.items").stream()
            .collect(Collectors.toMap(ExampleItem::name, Function.identity()));
    private final List<ExampleThing> things = DslFile.things("site/site.things");

    private Stream<ExampleItem> members(String group) {
        return items.values().stream().filter(item -> item.groups().contains(group));
    }

    private static String link(ExampleItem item) {
        return item.links().keySet().iterator().next();
    }

    private static String channel(ExampleItem item) {
        return link(item).replaceFirst(".*:", "");
    }

    @Test
    void eachSumHasTheSameChannelOfEachUnit() {
        List<String> inverters = things.stream().filter(thing -> !thing.isBridge()).map(ExampleThing::uid).toList();
        assertThat(inverters, hasSize(2));
        List<ExampleItem> sums = items.values().stream().filter(item -> item.type().endsWith(SUM)).toList();
        assertThat(sums, hasSize(10));
        for (ExampleItem sum : sums) {
            List<ExampleItem> members = members(sum.name()).toList();
            assertThat(sum.name(), members.stream().map(item -> link(item).replaceFirst(":[^:]*$", "")).toList(),
                    containsInAnyOrder(inverters.toArray()));
            assertThat(sum.name(), members.stream().map(SiteExampleTest::channel).distinct().toList(), hasSize(1));
            for (ExampleItem member : members) {
                assertThat(member.name(), "Group:" + member.type() + SUM, is(sum.type()));
                assertThat(member.name(), member.unit(), is(sum.unit()));
                assertThat(member.name(), member.tags(), is(sum.tags()));
                assertThat(member.name(), member.format(), is(sum.format()));
            }
        }
    }

    @Test
    void eachChannelIsOneThatAllConnectionsSupply() {
        Set<String> channels = Stream.of(Quantity.values())
                .filter(quantity -> Stream.of(ConnectionType.values())
                        .allMatch(connectionType -> quantity.origin(connectionType).isPresent()))
                .map(quantity -> quantity.group() + "#" + quantity.channel()).collect(Collectors.toSet());
        assertThat(
                items.values().stream().filter(item -> !item.links().isEmpty()).map(SiteExampleTest::channel).toList(),
                everyItem(is(in(channels))));
    }

    @Test
    void theRuleKnowsTheCapacityOfEachUnit() {
        RuleFile rules = RuleFile.read("site/site.rules");
        assertThat(rules.items(), everyItem(is(in(items.keySet()))));
        for (ExampleItem charge : members("SpProSite_Charges").toList()) {
            assertThat(Example.text("site/site.rules"), containsString('"' + charge.name() + "\" -> "));
        }
        assertThat(members("SpProSite_Charges").count(), is(2L));
    }

    @Test
    void allItemsAreInTheModel() {
        for (ExampleItem item : items.values()) {
            assertThat(item.name(), item.groups(), everyItem(is(in(items.keySet()))));
        }
        assertThat(members("SpProSite").map(ExampleItem::name).toList(), hasItems("SpProA", "SpProB"));
    }
}
