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
package org.openhab.binding.selectronic.simulator.web;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.Fault;

/**
 * What a web front end shows.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Site {
    /** The answer to a request. */
    Answer answer(Request request);

    /** Whether the device takes the request and never answers it. */
    boolean hangs(Request request);

    /** What goes wrong with a request by itself, besides what tests inject. */
    default Optional<Fault> trouble(Request request) {
        return Optional.empty();
    }

    /** Whose request it is, where that is known; else empty. */
    default String client(Request request) {
        return "";
    }
}
