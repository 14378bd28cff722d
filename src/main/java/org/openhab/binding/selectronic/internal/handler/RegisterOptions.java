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
package org.openhab.binding.selectronic.internal.handler;

import java.net.URI;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Register.Confidence;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.text.RegisterTexts;
import org.openhab.core.config.core.ConfigOptionProvider;
import org.openhab.core.config.core.ParameterOption;
import org.osgi.service.component.annotations.Component;

/**
 * Lists the registers that a channel can be for: those of its dimension by group, the least certain last.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = ConfigOptionProvider.class)
public class RegisterOptions implements ConfigOptionProvider {
    private static final String CHANNEL_TYPE = "channel-type:" + SelectronicBindingConstants.BINDING_ID + ":";
    private static final String REGISTER = "register";

    @Override
    public @Nullable Collection<ParameterOption> getParameterOptions(URI uri, String param, @Nullable String context,
            @Nullable Locale locale) {
        String name = uri.toString();
        Locale reader = locale == null ? Locale.ENGLISH : locale;
        return REGISTER.equals(param) && name.startsWith(CHANNEL_TYPE)
                ? RegisterDimension.ofChannelType(name.substring(CHANNEL_TYPE.length()))
                        .map(dimension -> options(dimension, reader)).orElse(null)
                : null;
    }

    private static Collection<ParameterOption> options(RegisterDimension dimension, Locale reader) {
        Map<String, ParameterOption> options = new LinkedHashMap<>();
        for (boolean least : List.of(false, true)) {
            Registers.all().stream()
                    .filter(register -> register.dimension() == dimension
                            && least == (register.confidence() == Confidence.LOW))
                    .map(register -> new ParameterOption(register.name(), label(register, reader)))
                    .sorted(Comparator.comparing(ParameterOption::getLabel, Collator.getInstance(reader)))
                    .forEach(option -> options.putIfAbsent(option.getValue(), option));
        }
        return options.values();
    }

    private static String label(Register register, Locale reader) {
        String confidence = register.confidence().name().toLowerCase(Locale.ROOT) + " confidence";
        return RegisterTexts.of(register.group(), reader) + ": " + RegisterTexts.of(register.meaning(), reader)
                + (register.unit().isEmpty() ? "" : " [" + register.unit() + "]")
                + (register.confidence() == Confidence.HIGH ? "" : " (" + RegisterTexts.of(confidence, reader) + ")");
    }
}
