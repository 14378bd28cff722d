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
import org.openhab.core.config.core.ConfigOptionProvider;
import org.openhab.core.config.core.ParameterOption;
import org.osgi.service.component.annotations.Component;

/**
 * Lists the registers that a channel can be for: those of its dimension by group, the least certain last. Their
 * meanings are in English only.
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
        return REGISTER.equals(param) && name.startsWith(CHANNEL_TYPE)
                ? RegisterDimension.ofChannelType(name.substring(CHANNEL_TYPE.length())).map(RegisterOptions::options)
                        .orElse(null)
                : null;
    }

    private static Collection<ParameterOption> options(RegisterDimension dimension) {
        Map<String, ParameterOption> options = new LinkedHashMap<>();
        List<Register> registers = Registers.all().stream().filter(register -> register.dimension() == dimension)
                .sorted(Comparator.comparing((Register register) -> register.confidence() == Confidence.LOW)
                        .thenComparing(Register::group).thenComparing(Register::meaning))
                .toList();
        for (Register register : registers) {
            options.putIfAbsent(register.name(),
                    new ParameterOption(register.name(), register.group() + ": " + register.meaning()
                            + (register.unit().isEmpty() ? "" : " [" + register.unit() + "]")
                            + (register.confidence() == Confidence.HIGH ? ""
                                    : " (" + register.confidence().name().toLowerCase(Locale.ROOT) + " confidence)")));
        }
        return options.values();
    }
}
