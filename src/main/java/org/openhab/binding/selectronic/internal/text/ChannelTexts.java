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
package org.openhab.binding.selectronic.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.history.HistoryGap;
import org.openhab.binding.selectronic.internal.history.HistoryState;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Change;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Setting;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/**
 * Texts of channels in the owner's language: a text for each important code, the number for all others.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ChannelTexts {
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter BRIEF_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    /** Main UI pushes the label out of the row of an item whose state is much longer. */
    private static final int LONGEST_STATE = 60;
    /** Length to which the meaning of a setting is cut at most if its values are long. */
    private static final int SHORTEST_MEANING = 20;

    private static final Pattern REFERENCE = Pattern.compile("@text/(\\S+)(?: \\[(.*)])?");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");

    private static final String GENERATOR_RUNS = "generator-runs";

    private final @Nullable Bundle bundle;
    private final TranslationProvider translations;
    private final LocaleProvider locales;
    private final TimeZoneProvider zones;

    /**
     * @param bundle the bundle that carries the texts
     * @param translations provides texts
     * @param locales provides the language
     * @param zones provides the time zone of times in texts
     */
    public ChannelTexts(@Nullable Bundle bundle, TranslationProvider translations, LocaleProvider locales,
            TimeZoneProvider zones) {
        this.bundle = bundle;
        this.translations = translations;
        this.locales = locales;
        this.zones = zones;
    }

    /** @return the time zone of times in texts: that of openHAB */
    public ZoneId zone() {
        return zones.getTimeZone();
    }

    /**
     * @param codes the codes of all active alerts
     * @return their texts, cut off if they are too long for the state of an item; the text for no alert if the list is
     *         empty
     */
    public String text(List<Integer> codes) {
        return codes.isEmpty() ? text(0) : brief(codes.stream().map(this::text).collect(Collectors.joining(", ")));
    }

    /**
     * @param code the code of an alert, 0 for none
     * @return its text
     */
    public String text(int code) {
        return code == 0 ? reported("alert.none", "0") : byCode("alert.", code);
    }

    private String byCode(String kind, int code) {
        String number = Integer.toString(code);
        @Nullable
        String own = find(kind + number);
        return own == null ? reported(kind + "other", number, number) : own;
    }

    /**
     * @param event an event
     * @return its time, text and code, and the values measured then
     */
    public String text(UnitEvent event) {
        String measured = measured(event.snapshot());
        return time(event.time()) + " " + words(event) + (measured.isEmpty() ? "" : ": " + measured);
    }

    /**
     * @param event an event
     * @return its text and code
     */
    public String words(UnitEvent event) {
        String number = Integer.toString(event.code());
        return switch (event.type()) {
            case ALERT_RAISED -> reported("event.raised", number, text(event.code()), number);
            case ALERT_CLEARED -> reported("event.cleared", number, text(event.code()), number);
            case OPERATION -> reported("event.operation", number, byCode("operation.", event.code()), number);
        };
    }

    /**
     * @param event an event
     * @return its time and text, short enough for the state of an item
     */
    public String brief(UnitEvent event) {
        String number = Integer.toString(event.code());
        return brief(BRIEF_TIME.format(event.time().atZone(zone())) + " " + switch (event.type()) {
            case ALERT_RAISED -> text(event.code());
            case ALERT_CLEARED -> reported("event.cleared.brief", number, text(event.code()));
            case OPERATION -> byCode("operation.", event.code());
        });
    }

    private static String brief(String text) {
        return cut(text, LONGEST_STATE);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /**
     * @param changes changes of settings
     * @return their texts, short enough for the state of an item
     */
    public String brief(List<Change> changes) {
        return brief(changes.stream().map(this::brief).collect(Collectors.joining("; ")));
    }

    /** Returns a change without remarks about the setting, and with its values even if its meaning is long. */
    private String brief(Change change) {
        String values = values(change);
        return cut(words(change.now().meaning()).split("; ")[0],
                Math.max(SHORTEST_MEANING, LONGEST_STATE - values.length())) + values;
    }

    /**
     * @param change a change of a setting
     * @return its meaning with the old and the new value
     */
    public String text(Change change) {
        return words(change.now().meaning()) + values(change);
    }

    private String values(Change change) {
        return ": " + value(change.before()) + " → " + value(change.now());
    }

    /**
     * @param setting a setting
     * @return its meaning and value
     */
    public String text(Setting setting) {
        return words(setting.meaning()) + ": " + value(setting);
    }

    /**
     * @param english a meaning or a value of a register
     * @return it in the owner's language
     */
    public String words(String english) {
        return RegisterTexts.of(english, locales.getLocale());
    }

    private String value(Setting setting) {
        if (setting.value() instanceof Value.Numeric numeric) {
            String number = BigDecimal.valueOf(numeric.number()).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros()
                    .toPlainString();
            return setting.unit().isEmpty() ? number : number + " " + setting.unit();
        }
        return setting.value().equals(Value.UNKNOWN) ? "–" : words(setting.value().toString());
    }

    /**
     * @param entry a record of a log
     * @return its text; the raw words of a record that cannot be decoded
     */
    public String text(Entry entry) {
        if (entry.event().isPresent()) {
            return text(entry.event().get());
        }
        return entry.time().map(this::time).orElse("----") + " "
                + (entry.values().isEmpty() ? entry.words() : measured(entry.values()));
    }

    private String measured(Map<Quantity, Value> values) {
        return values.entrySet().stream().map(this::measured).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Returns a value with the label of its channel. */
    private String measured(Map.Entry<Quantity, Value> entry) {
        Quantity quantity = entry.getKey();
        String label = reported(
                "channel-group-type.selectronic." + quantity.group() + ".channel." + quantity.channel() + ".label",
                quantity.channelId());
        ChannelForm form = quantity.form();
        @Nullable
        String pattern = form.pattern();
        @Nullable
        String unit = form.unit();
        if (entry.getValue() instanceof Value.Numeric numeric && pattern != null) {
            return label + " " + String.format(locales.getLocale(), pattern.replace("%unit%", unit == null ? "" : unit),
                    numeric.number());
        } else if (entry.getValue() instanceof Value.Text text) {
            return label + " " + option(form, text.text());
        }
        return "";
    }

    private String option(ChannelForm form, String name) {
        return reported("channel-type.selectronic." + form.typeId() + ".state.option." + name, name);
    }

    /**
     * @param explanation the key of an explanation, followed by a space and a state if it is about one
     * @return its text
     */
    public String explanation(String explanation) {
        String[] parts = explanation.split(" ", 2);
        if (parts.length == 1) {
            return reported("explanation." + parts[0], parts[0]);
        }
        ChannelForm form = GENERATOR_RUNS.equals(parts[0]) ? ChannelForm.GENERATOR_REASON
                : ChannelForm.GENERATOR_STATUS;
        return reported("explanation." + parts[0], explanation, option(form, parts[1]));
    }

    /**
     * @param state how far the recorded data has been read
     * @return its text, including lost data and the reason of a failure
     */
    public String text(HistoryState state) {
        String phase = state.phase().name().toLowerCase(Locale.ROOT);
        String text = reported("history." + phase, phase, time(state.upTo()));
        if (state.lost().isPresent()) {
            HistoryGap gap = state.lost().get();
            text += " " + reported("history.lost", "", time(gap.from()), time(gap.to()));
            long hours = gap.hours(zone());
            if (hours > 0 && gap.reached().isAfter(gap.from())) {
                Instant reached = gap.reached().isBefore(gap.to()) ? gap.reached() : gap.to();
                text += " " + reported("history.filled", "", gap.filled(), hours, time(reached));
            }
        }
        if (state.reason().isPresent()) {
            SourceException reason = state.reason().get();
            String key = reason.problem().key();
            text += " " + reported(key, key, reason.arguments().toArray());
        }
        return text;
    }

    /**
     * @param forecast a forecast
     * @return whether there is one, or why not, and how good it is
     */
    public String text(Forecast forecast) {
        String state = forecast.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String error = Double.isFinite(forecast.typicalError()) ? Long.toString(Math.round(forecast.typicalError()))
                : "";
        String key = "forecast." + ("ready".equals(state) && error.isEmpty() ? "unproven" : state);
        return reported(key, state, forecast.days(), forecast.nights(), error);
    }

    /**
     * @param type a connection type
     * @return its name
     */
    public String connection(ConnectionType type) {
        return option(ChannelForm.SOURCE, type.name());
    }

    /**
     * @param time a time
     * @return its text in the time zone of openHAB
     */
    public String time(Instant time) {
        return LOCAL_TIME.format(time.atZone(zone()));
    }

    /**
     * @param failure why there are no values
     * @return its text
     */
    public String text(Throwable failure) {
        return failure instanceof SourceException known
                ? reported(known.problem().key(), String.valueOf(known.getMessage()), known.arguments().toArray())
                : reported(Problem.OUR_MISTAKE.key(), failure.toString(), failure.getClass().getSimpleName());
    }

    /**
     * @param reference a reference to a text as created by {@link TranslatedText}; its arguments may be references too
     * @return the text; anything else unchanged
     */
    public String resolved(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            return reference;
        }
        String arguments = Objects.requireNonNullElse(matcher.group(2), "");
        Object[] resolved = ARGUMENT.matcher(arguments).results().map(found -> resolved(found.group(1))).toArray();
        return reported(String.valueOf(matcher.group(1)), reference, resolved);
    }

    /**
     * @param key the key of a text
     * @param otherwise returned if there is no such text
     * @param arguments the arguments of the text
     * @return the text
     */
    public String reported(String key, String otherwise, Object... arguments) {
        @Nullable
        String text = find(key, arguments);
        return text == null ? otherwise : text;
    }

    private @Nullable String find(String key, Object... arguments) {
        // a text is a pattern only if there are arguments
        return arguments.length == 0 ? translations.getText(bundle, key, null, locales.getLocale())
                : translations.getText(bundle, key, null, locales.getLocale(), arguments);
    }
}
