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
package org.openhab.binding.selectronic.internal.http;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A host as it stands in an address.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UrlHost {
    private UrlHost() {
    }

    /**
     * @param host a name, or an address of either kind; one with colons may come with its brackets or without
     * @return the same with the brackets that colons need
     */
    public static String of(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
