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

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.source.Refused;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Stale;
import org.openhab.core.thing.ThingStatusDetail;

/**
 * What an OFFLINE thing shows: the one place where failures become status details and texts.
 *
 * @param detail the kind of trouble
 * @param text reference to the translated text, with its arguments
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record StatusText(ThingStatusDetail detail, String text) {
    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * @param failure why there are no values
     * @return what to show
     */
    static StatusText of(SourceException failure) {
        // what the owner must put right is a matter of configuration, everything else may pass by itself
        ThingStatusDetail detail = failure instanceof Refused
                ? ThingStatusDetail.CONFIGURATION_ERROR
                : ThingStatusDetail.COMMUNICATION_ERROR;
        return new StatusText(detail, TextReference.of(failure.problem().key(), failure.arguments()));
    }

    /**
     * @param failure since when nothing new has come
     * @param zone the zone that times are told in
     * @return what to show
     */
    static StatusText of(Stale failure, ZoneId zone) {
        return new StatusText(ThingStatusDetail.COMMUNICATION_ERROR, TextReference.of(failure.problem().key(),
                List.of(LOCAL_TIME.format(failure.since().atZone(zone)))));
    }

    /**
     * @param problem what is wrong with the configuration
     * @return what to show
     */
    static StatusText of(ConfigurationProblem problem) {
        return new StatusText(ThingStatusDetail.CONFIGURATION_ERROR,
                TextReference.of(problem.key(), problem.arguments()));
    }
}
