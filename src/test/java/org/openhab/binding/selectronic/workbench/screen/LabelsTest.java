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
package org.openhab.binding.selectronic.workbench.screen;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.mockito.Mockito.*;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.binding.selectronic.workbench.host.BundleTranslations;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * What things and troubles are called, by the binding's own definitions and texts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LabelsTest {
    private final @NonNullByDefault({}) Bundle bundle = mock(Bundle.class);

    @BeforeEach
    void aBundleOfTheDefinitions() {
        when(bundle.getSymbolicName()).thenReturn("org.openhab.binding.selectronic");
        when(bundle.getVersion()).thenReturn(new Version(0, 1, 0));
        when(bundle.findEntries(anyString(), anyString(), anyBoolean())).thenAnswer(call -> {
            Path folder = Path.of(call.<String> getArgument(0).replace("OH-INF", "ESH-INF"));
            String ending = call.<String> getArgument(1).substring(1);
            String[] names = folder.toFile().list((directory, name) -> name.endsWith(ending));
            return Collections.enumeration(
                    List.of(names == null ? new String[0] : names).stream().map(name -> url(folder, name)).toList());
        });
    }

    private static URL url(Path folder, String name) {
        try {
            return folder.resolve(name).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Labels labels(Locale locale) throws IOException {
        return new Labels(bundle, new ThingDefinitions(bundle), new BundleTranslations(), locale);
    }

    private String description(Locale locale, @Nullable String description) throws IOException {
        return labels(locale).description(
                new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR, description));
    }

    @Test
    void statusTextsHaveTheirArguments() throws IOException {
        String reference = "@text/offline.conf-error.out-of-range "
                + "[\"@text/thing-type.config.selectronic.gateway.port.label\", \"70000\", \"0\", \"65535\"]";
        assertThat(description(Locale.ENGLISH, reference),
                is("Port is 70000, which is out of range. Enter a number from 0 to 65535."));
        assertThat(description(Locale.GERMANY, reference).startsWith("Port ist 70000 und liegt außerhalb der Grenzen."),
                is(true));
        assertThat(description(Locale.ENGLISH, null), is(""));
        assertThat(description(Locale.ENGLISH, "as it is"), is("as it is"));
        assertThat(description(Locale.ENGLISH, "@text/nonsense"), is("@text/nonsense"));
    }

    @Test
    void anOperationIsCalledByTheTableOfOperations() throws IOException {
        Labels labels = labels(Locale.ENGLISH);
        assertThat(labels.event(trigger("operation"), "EVENT 149"),
                is("Generator no longer kept on: AC load above its limit"));
        assertThat(labels.event(trigger("alert"), "RAISED 149"), is("AC-coupled inverter 3 does not answer"));
        assertThat(labels.event(trigger("operation"), "EVENT 9999"), is(""));
    }

    private static Channel trigger(String id) {
        return ChannelBuilder
                .create(new ChannelUID(new ThingUID("selectronic", "inverter", "shed", "main"), "alerts#" + id))
                .withKind(ChannelKind.TRIGGER).withType(new ChannelTypeUID("selectronic", id + "-event")).build();
    }

    @Test
    void languagesThatAreNotThereAreEnglish() throws IOException {
        ThingTypeUID gateway = new ThingTypeUID("selectronic", "gateway");
        assertThat(labels(Locale.forLanguageTag("tr")).thingType(gateway), is("Select.live Gateway"));
        assertThat(labels(Locale.forLanguageTag("de-AT")).thingType(gateway), is("Select.live-Gateway"));
        assertThat(labels(Locale.ENGLISH).addon(), is("Selectronic Binding 0.1.0"));
    }
}
