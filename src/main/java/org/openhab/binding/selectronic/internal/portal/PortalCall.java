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
package org.openhab.binding.selectronic.internal.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One request to the portal.
 *
 * @param path path and query
 * @param form the form that is posted, percent-encoded; a secret for a log-in, null for a plain GET
 * @param page whether a page for people is due, and not JSON
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortalCall(String path, @Nullable String form, boolean page) {
    /** @return a question for JSON */
    static PortalCall json(String path) {
        return new PortalCall(path, null, false);
    }

    /** @return a question for a page */
    static PortalCall page(String path) {
        return new PortalCall(path, null, true);
    }

    /**
     * @param path the path
     * @param fields names and values, one after the other
     * @return a form for it
     */
    static PortalCall form(String path, boolean page, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return new PortalCall(path, form.toString(), page);
    }

    /** Without the form, which may be secret. */
    @Override
    public String toString() {
        return path;
    }
}
