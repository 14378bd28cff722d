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
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    private static final String RULES = "mqtt/republish.rules";
    private static final String GROUP = "SpProMqtt";
    private static final String PREFIX = GROUP + "_";
    /** Source: parameters of the bridge type broker of openHAB's MQTT binding. */
    private static final Set<String> BROKER = Set.of("host", "port", "secure", "hostnameValidated", "protocol",
            "mqttVersion", "qos", "clientID", "cleanSessionStart", "reconnectTime", "keepAlive", "lwtMessage",
            "lwtTopic", "lwtQos", "lwtRetain", "birthMessage", "birthTopic", "birthRetain", "shutdownMessage",
            "shutdownTopic", "shutdownRetain", "username", "password", "certificatepin", "certificate", "publickeypin",
            "publickey", "enableDiscovery");
    private final YamlFile file = YamlFile.read("mqtt/republish.yaml");
    private final ExampleThing broker = file.things().get(0);
    private final Map<String, ExampleItem> items = file.items().stream()
            .collect(Collectors.toMap(ExampleItem::name, Function.identity()));

    @Test
    public void bothFormsReportTheSame() {
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
        // the will and the birth are below no group, so that they cannot be taken for a channel
        assertThat(broker.config().get("lwtTopic"), is(TOPICS + "openhab"));
        assertThat(Stream.of(Quantity.values()).map(Quantity::group).toList(), not(hasItem("openhab")));
    }

    @Test
    public void everyChannelOfThePresentIsRepublishedBelowItsOwnTopic() {
        Map<Quantity, ExampleItem> linked = items.values().stream().filter(item -> !item.links().isEmpty())
                .collect(Collectors.toMap(item -> ExampleItems.quantity(item).orElseThrow(), Function.identity()));

        assertThat(linked.keySet(),
                hasItems(Stream.of(Quantity.values())
                        .filter(quantity -> isOfThePresent(quantity) && !ExampleItems.isOnlyARegister(quantity))
                        .toArray(Quantity[]::new)));
        linked.forEach((quantity, item) -> {
            assertThat(item.groups(), is(List.of(GROUP)));
            assertThat(topic(item), is(quantity.group() + "/" + quantity.channel()));
            assertThat(item.links(), is(Map.of(ExampleItems.INVERTER + quantity.channelId(), Map.of())));
            assertThat(item.type(), is(quantity.form().itemType()));
            String unit = quantity.form().unit();
            assertThat(item.unit(), is(unit == null ? "" : unit));
            assertThat(item.tags(), is(empty()));
        });
    }

    /** A message has no time of its own: a point of the past would pass for the present. */
    @Test
    public void noPointOfThePastIsRepublished() {
        assertThat(items.values().stream().flatMap(item -> ExampleItems.quantity(item).stream())
                .filter(quantity -> !isOfThePresent(quantity)).toList(), is(empty()));
    }

    /** Nor can anything come back from the broker: the items have no MQTT channel. */
    @Test
    public void aCommandIsNotPublishedAsAMeasuredValue() {
        items.values().stream().filter(item -> !item.isGroup())
                .forEach(item -> assertThat(item.name(), item.autoupdate(), is(false)));
    }

    /** Whatever the quantity: each can become UNDEF while the thing is online. */
    @Test
    public void aValueThatIsNotKnownAnyMoreIsTakenBack() {
        String rule = rule();

        assertThat(rule, containsString("Member of " + GROUP + " changed or"));
        assertThat(rule, containsString("if (state instanceof UnDefType) { payload = \"\" }"));
        assertThat(rule, containsString("publishMQTT(\"" + TOPICS + "\" + topic, payload, true)"));
    }

    /** What {@code Instant.toString} gives is read by every parser of ISO 8601, and does not depend on a zone. */
    @Test
    public void timesArePublishedInUtc() {
        assertThat(rule(), containsString("payload = (state as DateTimeType).instant.toString"));
    }

    @Test
    public void everythingIsPublishedAgainWhenTheBrokerIsBack() {
        assertThat(RuleFile.read(RULES).things(), is(Set.of(broker.uid())));
        assertThat(rule(),
                allOf(containsString("Thing \"" + broker.uid() + "\" changed to ONLINE"),
                        containsString("getThingStatusInfo(\"" + broker.uid() + "\")"),
                        containsString("getActions(\"mqtt\", \"" + broker.uid() + "\")")));
    }

    @Test
    public void eachUnitHasItsStep() {
        List<String> steps = Pattern.compile("\"([^\"]+)\" -> [\\d.]+").matcher(rule()).results()
                .map(step -> step.group(1)).toList();

        Set<String> units = items.values().stream().map(ExampleItem::unit).filter(unit -> !unit.isEmpty())
                .collect(Collectors.toSet());
        assertThat(steps, hasItem("time"));
        assertThat(steps.stream().filter(step -> !step.equals("time")).toList(),
                containsInAnyOrder(units.toArray(String[]::new)));
    }

    @Test
    public void everyTriggerIsPublishedWithItsTime() {
        RuleFile rules = RuleFile.read("mqtt/triggers.rules");

        assertThat(rules.channels(), is(Stream.of(Trigger.values())
                .map(trigger -> ExampleItems.INVERTER + trigger.channelId()).collect(Collectors.toSet())));
        assertThat(text("mqtt/triggers.rules"),
                allOf(containsString("triggeringChannel.replace(\"" + ExampleItems.INVERTER + "\", \"" + TOPICS
                        + "\").replace(\"#\", \"/\")"),
                        containsString("topic + \" \" + receivedEvent + \" \" + now.toInstant"),
                        containsString("publishMQTT(line.substring(0, end), line.substring(end + 1), false)")));
    }

    @Test
    public void eventsWaitForTheBroker() {
        RuleFile rules = RuleFile.read("mqtt/triggers.rules");

        assertThat(rules.things(), is(Set.of(broker.uid())));
        assertThat(rules.items(), is(Set.of("SpProMqttWaiting")));
        assertThat(items.keySet(), hasItem("SpProMqttWaiting"));
        assertThat(Objects.requireNonNull(items.get("SpProMqttWaiting")).groups(), is(empty()));
    }

    private static boolean isOfThePresent(Quantity quantity) {
        return !quantity.isSeries();
    }

    /** What the rule makes of the name of an item. */
    private String topic(ExampleItem item) {
        assertThat(rule(), containsString(
                "item.name.replace(\"" + PREFIX + "\", \"\").replace(\"__\", \"/\").replace(\"_\", \"-\")"));
        return item.name().replace(PREFIX, "").replace("__", "/").replace("_", "-");
    }

    private static String rule() {
        return text(RULES);
    }

    /** Without comments, and with a blank for each space between words. */
    private static String text(String file) {
        return Example.text(file).replaceAll("(?m)^ *//.*\\n", "").replaceAll("\\s+", " ");
    }
}
