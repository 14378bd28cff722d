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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.history.HistoryState;
import org.openhab.binding.selectronic.internal.source.Problem;

/**
 * Tests that each text is there, in both languages, and that openHAB can fill in its arguments.
 * <p>
 * openHAB formats a status text even if it has no arguments, and never formats a text of the definitions. So a lone
 * apostrophe would vanish from the first and a doubled one would show in the second.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TranslationsTest {
    private static final String BINDING = "selectronic";
    private static final String SHARED = "@text/";
    private static final int LONGEST_ALERT = 60;

    /** Texts that are the same in German, and why. */
    private static final Map<String, String> SAME_IN_GERMAN = Map.of( //
            "SP PRO", "name of the product", //
            "SP PRO {0}", "name of the product", //
            "SP PRO {0} – {1}", "a product and the name that its owner gave it", //
            "{0} ({1})", "no word in it", //
            "Host", "the German word too", //
            "Port", "the German word too", //
            "Solar", "the German word too", //
            "Generator", "the German word too", //
            "Register", "the German word too");

    private final Texts english = Texts.english();
    private final Texts german = Texts.german();

    @Test
    public void eachTextOfTheDefinitionsIsTheEnglishDefault() {
        Map<String, String> required = textsOfTheDefinitions();

        Map<String, String> present = new LinkedHashMap<>(english.byKey());
        present.keySet().removeIf(TranslationsTest::isOwnKey);
        assertThat(present, is(required));
    }

    @Test
    public void ownKeysAreThoseThatTheBindingUses() {
        List<String> used = new ArrayList<>(List.of("discovery.gateway.label", "discovery.serial.label",
                "discovery.inverter.label", "discovery.inverter.label-given", "online.alerts-unreadable",
                "online.alternative", "online.clock-zone", "online.daily-log", "online.event-format",
                "online.operations-unreadable", "online.records-dropped", "online.registers", "online.slow",
                "online.thing-elsewhere", "alert.none", "alert.other", "operation.other", "history.lost",
                "history.filled", "event.raised", "event.cleared", "event.cleared.brief", "event.operation"));
        Stream.of(HistoryState.Phase.values()).map(phase -> "history." + phase.name().toLowerCase(Locale.ROOT))
                .forEach(used::add);
        Stream.of(Forecast.State.values())
                .map(state -> "forecast." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')).forEach(used::add);
        used.add("forecast.unproven");
        Stream.of(Problem.values()).map(Problem::key).forEach(used::add);
        used.addAll(configurationProblems());

        List<String> present = english.byKey().keySet().stream().filter(TranslationsTest::isOwnKey)
                .filter(key -> !key.matches(
                        "(alert|operation)\\.\\d+|(explanation|action|connection-test|release|backfill|last-events|export|settings-report)\\..*"))
                .toList();
        assertThat(present, containsInAnyOrder(used.toArray()));
    }

    @Test
    public void noKeyStandsTwice() {
        assertThat(english.repeated(), is(empty()));
        assertThat(german.repeated(), is(empty()));
    }

    @Test
    public void germanHasTheSameKeysInTheSameOrder() {
        assertThat(List.copyOf(german.byKey().keySet()), is(List.copyOf(english.byKey().keySet())));
    }

    @Test
    public void germanHasOneWordForOneThing() {
        for (String key : german.byKey().keySet()) {
            assertThat(key, german.of(key),
                    not(matchesPattern("(?is).*(kennwort|verlauf|angelaufen|stehen geblieben).*")));
        }
    }

    @Test
    public void germanHasTheSameArguments() {
        for (String key : english.byKey().keySet()) {
            assertThat(key, german.placeholders(key), is(english.placeholders(key)));
        }
    }

    @Test
    public void germanIsTranslated() {
        Set<String> same = Set.copyOf(english.byKey().keySet().stream()
                .filter(key -> english.of(key).equals(german.of(key))).map(english::of).toList());

        assertThat(same, containsInAnyOrder(SAME_IN_GERMAN.keySet().toArray()));
    }

    @Test
    public void formattedTextsShowEachArgumentAndNoHalfApostrophe() {
        for (Texts texts : List.of(english, german)) {
            for (String key : texts.byKey().keySet()) {
                if (!isOwnKey(key)) {
                    continue;
                }
                String text = texts.of(key);
                assertThat(key, text.replace("''", ""), not(containsString("'")));
                Object[] arguments = IntStream.range(0, texts.placeholders(key).size()).mapToObj(n -> "<" + n + ">")
                        .toArray();
                assertThat(key, new MessageFormat(text, Locale.ROOT).format(arguments),
                        is(text.replaceAll("\\{(\\d)}", "<$1>").replace("''", "'")));
                assertThat(key, List.copyOf(texts.placeholders(key)),
                        is(IntStream.range(0, arguments.length).boxed().toList()));
            }
        }
    }

    @Test
    public void otherTextsHaveNoArgumentsAndNoDoubledApostrophe() {
        for (Texts texts : List.of(english, german)) {
            for (String key : texts.byKey().keySet()) {
                if (!isOwnKey(key)) {
                    assertThat(key, texts.placeholders(key), is(empty()));
                    assertThat(key, texts.of(key), not(containsString("''")));
                }
            }
        }
    }

    @Test
    public void aStatusTextUsesTheArgumentsThatItsProblemDocuments() throws IOException {
        String source = Files.readString(Path.of("src/main/java", Problem.class.getName().replace('.', '/') + ".java"));
        for (Problem problem : Problem.values()) {
            Matcher comment = Pattern.compile("/\\*\\*([^/]*)\\*/\\s*" + problem.name() + "\\(").matcher(source);
            assertThat(problem.name(), comment.find(), is(true));
            assertThat(problem.name(), english.placeholders(problem.key()), is(Texts.placeholdersIn(comment.group(1))));
        }
    }

    @Test
    public void aStatusTextSaysWhatIsWrongAndThenWhatToDo() {
        for (Texts texts : List.of(english, german)) {
            for (String key : texts.byKey().keySet()) {
                if (key.startsWith("offline.")) {
                    assertThat(key, texts.of(key), matchesPattern(".*[^.]\\. .*\\."));
                }
            }
        }
    }

    @Test
    public void theTextsAboutCertificatesNameTheParametersAsTheOwnerSeesThem() {
        for (Texts texts : List.of(english, german)) {
            String accept = texts.of("thing-type.config.selectronic.gateway.acceptCertificate.label");
            String https = texts.of("thing-type.config.selectronic.gateway.https.label");
            assertThat(texts.of(Problem.CERTIFICATE_CHANGED.key()), containsString(accept));
            assertThat(texts.of(Problem.TLS_FAILED.key()), containsString(accept));
            assertThat(texts.of(Problem.TLS_FAILED.key()), containsString(https));
        }
    }

    @Test
    public void alertsAreShortAndWithoutApostrophesAndArguments() {
        for (Texts texts : List.of(english, german)) {
            for (String key : texts.byKey().keySet()) {
                if (key.matches("alert\\.\\d+")) {
                    assertThat(key, texts.of(key).length(), is(lessThanOrEqualTo(LONGEST_ALERT)));
                    assertThat(key, texts.of(key), matchesPattern("\\p{Lu}[^'{}]*[^.]"));
                }
            }
        }
    }

    private static boolean isOwnKey(String key) {
        return key.matches(
                "(discovery|offline|online|alert|event|operation|history|forecast|explanation|action|connection-test|release|backfill|last-events|export|settings-report)\\..*");
    }

    private static List<String> configurationProblems() {
        return Stream.of(ConfigurationProblem.class.getFields()).map(TranslationsTest::valueOf).toList();
    }

    private static String valueOf(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The keys that openHAB makes for the texts of the definitions, with those texts. */
    private static Map<String, String> textsOfTheDefinitions() {
        Map<String, String> texts = new LinkedHashMap<>();
        XmlElement addon = Definitions.addon();
        texts.put("addon." + BINDING + ".name", addon.text("name").orElseThrow());
        texts.put("addon." + BINDING + ".description", addon.text("description").orElseThrow());
        for (XmlElement type : Definitions.thingTypes()) {
            addLabelAndDescription(texts, "thing-type." + BINDING + "." + type.id(), type);
        }
        for (XmlElement description : Definitions.configDescriptions()) {
            String[] uri = description.attribute("uri").orElseThrow().split(":");
            for (XmlElement parameter : description.children("parameter")) {
                String key = uri[0] + ".config." + uri[1] + "." + uri[2] + "."
                        + parameter.attribute("name").orElseThrow();
                addLabelAndDescription(texts, key, parameter);
                addOptions(texts, key + ".option.", parameter);
            }
        }
        for (XmlElement groupType : Definitions.groupTypes()) {
            String key = "channel-group-type." + BINDING + "." + groupType.id();
            addLabelAndDescription(texts, key, groupType);
            for (XmlElement channel : Definitions.channels(groupType)) {
                addLabelAndDescription(texts, key + ".channel." + channel.id(), channel);
            }
        }
        for (XmlElement type : Definitions.channelTypes()) {
            String key = "channel-type." + BINDING + "." + type.id();
            addLabelAndDescription(texts, key, type);
            type.child("state").ifPresent(state -> addOptions(texts, key + ".state.option.", state));
            type.child("event").ifPresent(event -> addOptions(texts, key + ".event.option.", event));
        }
        return texts;
    }

    private static void addLabelAndDescription(Map<String, String> texts, String key, XmlElement element) {
        put(texts, key + ".label", element.text("label").orElseThrow());
        put(texts, key + ".description", element.text("description").orElseThrow());
    }

    private static void addOptions(Map<String, String> texts, String prefix, XmlElement parent) {
        Definitions.options(parent)
                .forEach(option -> put(texts, prefix + option.attribute("value").orElseThrow(), option.text()));
    }

    /** A text that several descriptions share has a key of its own. */
    private static void put(Map<String, String> texts, String key, String text) {
        String shared = text.startsWith(SHARED) ? text.substring(SHARED.length()) : key;
        texts.put(shared, shared.equals(key) ? text : Texts.english().of(shared));
    }
}
