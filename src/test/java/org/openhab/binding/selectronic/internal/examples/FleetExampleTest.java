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
import java.util.Objects;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * Site, cluster and database of the example for many sites agree with each other; {@link FleetRun} runs them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FleetExampleTest {
    private final String rules = Example.text("fleet/fleet.rules");

    private static List<String> steps(String text) {
        return Pattern.compile("\"([^\"]+)\" -> ([\\d.]+)").matcher(text).results().map(step -> step.group()).toList();
    }

    @Test
    void theRulesPublishByTheSameStepsAsThoseForOneSite() {
        assertThat(RuleFile.read("fleet/fleet.rules").names(), hasSize(2));
        assertThat(steps(rules), is(steps(Example.text("mqtt/republish.rules"))));
    }

    @Test
    void aSiteMayWriteWhatItsRulesAndItsBridgePublishAndNothingElse() {
        JsonObject site = Objects
                .requireNonNull(new Gson().fromJson(Example.text("fleet/definitions.json"), JsonObject.class))
                .getAsJsonArray("topic_permissions").get(0).getAsJsonObject();
        assertThat(site.get("user").getAsString(), is("240001"));
        Pattern allowed = Pattern.compile(site.get("write").getAsString().replace("{username}", "240001"));
        for (String topic : List.of("fleet/240001/battery/power", "fleet/240001/history/recorded-load")) {
            assertThat(topic, allowed.matcher(topic.replace('/', '.')).matches(), is(true));
        }
        for (String topic : List.of("fleet/240002/battery/power", "fleet/2400011/battery/power",
                "selectronic/240001/a/b", "fleet/240001/battery/power x", "fleet/240001/a", "fleet/240001/a/b/c")) {
            assertThat(topic, allowed.matcher(topic.replace('/', '.')).find(), is(false));
        }
        assertThat(Example.text("fleet/site.conf"), allOf(containsString("topic fleet/240001/# out 1"),
                containsString("remote_username 240001"), containsString("cleansession false")));
    }
}
