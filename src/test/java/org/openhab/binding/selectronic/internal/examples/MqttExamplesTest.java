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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;

/**
 * Every channel reaches the broker, below its own topic, and nothing can come back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class MqttExamplesTest {
    private static final String TOPICS = "selectronic/240001/";
    private static final String SERIES = "SpProMqttSeries";
    /** Source: parameters of the bridge type broker of openHAB's MQTT binding. */
    private static final Set<String> BROKER = Set.of("host", "port", "secure", "hostnameValidated", "protocol",
            "mqttVersion", "qos", "clientID", "cleanSessionStart", "reconnectTime", "keepAlive", "lwtMessage",
            "lwtTopic", "lwtQos", "lwtRetain", "birthMessage", "birthTopic", "birthRetain", "shutdownMessage",
            "shutdownTopic", "shutdownRetain", "username", "password", "certificatepin", "certificate",
            "publickeypin", "publickey", "enableDiscovery");
    /** Source: channel types of the generic thing of openHAB's MQTT binding, and the items they take. */
    private static final Map<String, String> CHANNEL_TYPES = Map.of("Number", "number", "Switch", "switch",
            "String", "string", "DateTime", "datetime");

    private final YamlFile file = YamlFile.read("mqtt/republish.yaml");
    private final Map<String, ExampleThing> things = file.things().stream()
            .collect(Collectors.toMap(ExampleThing::type, Function.identity()));
    private final ExampleThing broker = things.get("mqtt:broker");
    private final ExampleThing topics = things.get("mqtt:topic");

    @Test
    public void bothFormsTellTheSame() {
        assertThat(DslFile.things("mqtt/republish.things"), is(file.things()));
        assertThat(DslFile.items("mqtt/republish.items"), is(file.items()));
    }

    @Test
    public void theBrokerIsReachedByTlsAndName() {
        assertThat(broker.config().keySet(), everyItem(is(in(BROKER))));
        assertThat(broker.config().get("secure"), is(true));
        assertThat(broker.config().get("hostnameValidated"), is(true));
        assertThat(broker.config().get("qos"), is(BigDecimal.ONE));
        assertThat(broker.config().keySet(), hasItems("username", "password"));
        assertThat(topics.bridge(), is(broker.uid()));
        // the will and the birth are below no group, so that they cannot be taken for a channel
        assertThat(broker.config().get("lwtTopic"), is(TOPICS + "openhab"));
        assertThat(Stream.of(Quantity.values()).map(Quantity::group).toList(), not(hasItem("openhab")));
    }

    @Test
    public void everyStateChannelIsRepublishedBelowItsOwnTopic() {
        Map<Quantity, ExampleItem> items = file.items().stream().filter(item -> !item.isGroup())
                .collect(Collectors.toMap(item -> ExampleItems.quantity(item).orElseThrow(), Function.identity()));

        assertThat(items.keySet(), is(Set.of(Quantity.values())));
        assertThat(topics.channels().keySet(), hasSize(items.size()));
        items.forEach((quantity, item) -> {
            String id = quantity.group() + "-" + quantity.channel();
            ExampleThing.Channel channel = topics.channels().get(id);
            assertThat(item.links().get(topics.uid() + ":" + id), is(Map.of("profile", "system:follow")));
            assertThat(item.links().get(ExampleItems.INVERTER + quantity.channelId()), is(Map.of()));
            assertThat(item.links().size(), is(2));
            assertThat(item.type(), is(quantity.form().itemType()));
            String unit = quantity.form().unit();
            assertThat(item.unit(), is(unit == null ? "" : unit));
            assertThat(item.tags(), is(empty()));

            assertThat(channel.type(), is(CHANNEL_TYPES.get(item.type().replaceAll(":.*", ""))));
            assertThat(channel.config().get("commandTopic"),
                    is(TOPICS + quantity.group() + "/" + quantity.channel()));
            // values of the present are kept for whoever comes later, points of the past are not
            assertThat(id, channel.config().get("retained"), is(!quantity.group().equals("history")));
            // neither a state topic, which would let something in, nor what puts a unit or a comma into the number
            assertThat(id, channel.config().keySet(), is(channel.type().equals("datetime")
                    ? Set.of("commandTopic", "retained", "formatBeforePublish")
                    : Set.of("commandTopic", "retained")));
        });
    }

    @Test
    public void seriesGetTheirStateFromAServiceThatTakesThem() {
        List<String> series = file.items().stream().filter(item -> item.groups().contains(SERIES))
                .map(item -> ExampleItems.quantity(item).orElseThrow().channelId()).toList();

        assertThat(series, containsInAnyOrder(Stream.of(Quantity.values())
                .filter(quantity -> quantity.group().equals("history")).map(Quantity::channelId).toArray()));
        assertThat(PersistFile.read("mqtt/inmemory.persist").rules(), contains(
                new PersistFile.Rule(List.of(SERIES + "*"), List.of("everyUpdate"), List.of())));
    }

    @Test
    public void everyTriggerIsPublished() {
        RuleFile rules = RuleFile.read("mqtt/triggers.rules");

        assertThat(rules.channels(), is(Stream.of(Trigger.values())
                .map(trigger -> ExampleItems.INVERTER + trigger.channelId()).collect(Collectors.toSet())));
        for (Trigger trigger : Trigger.values()) {
            assertThat(Example.text("mqtt/triggers.rules"), containsString("getActions(\"mqtt\", \"" + broker.uid()
                    + "\").publishMQTT(\"" + TOPICS + trigger.group() + "/" + trigger.channel()
                    + "\", receivedEvent, false)"));
        }
    }
}
