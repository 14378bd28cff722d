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
package org.openhab.binding.selectronic.simulator.portal;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a portal shows that a session is over. All three are told by public clients.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum SessionEnd {
    /** Status 401 where JSON was due; pages for people lead to the login. */
    UNAUTHORIZED,
    /** Status 302 to the login. */
    REDIRECT,
    /** Status 200 with the login page. */
    LOGIN_PAGE
}
