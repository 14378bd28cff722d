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
package org.openhab.binding.selectronic.workbench;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.core.thing.ThingTypeUID;

/**
 * The owner's own Select.live box. It is asked for nothing but what the binding asks it for.
 *
 * @param host its name or address
 * @param port its port, 0 for the usual one
 * @param https whether it is reached over TLS
 * @param acceptCertificate whether its own certificate is accepted
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OwnGateway(String host, int port, boolean https, boolean acceptCertificate) implements Way {
    static final ThingTypeUID BRIDGE = new ThingTypeUID("selectronic", "gateway");

    @Override
    public String title(Texts texts) {
        return texts.of("title.gateway", host);
    }

    @Override
    public Opened open() {
        return new Opened(BRIDGE,
                Map.of("host", host, "port", port, "https", https, "acceptCertificate", acceptCertificate), () -> {
                    // nothing was begun
                });
    }
}
