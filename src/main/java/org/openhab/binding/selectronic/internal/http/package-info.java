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
/**
 * One exchange with a web server: a request goes in, a whole bounded answer or a typed failure comes out. The only room
 * that knows the HTTP library.
 *
 * <pre>
 * HttpConnection.send(HttpRequest)      interface of ours
 *   JettyConnection, JettyExchange      one request: watchdog, bounds, repetition
 *     JettyLine, ByteLimit              one connection, in no pool; bytes are counted at the socket
 *       JettyGeneration                 what differs between Jetty 9.4 (here) and Jetty 12 (src/jetty12)
 *       JettyClient, PinnedTls          a client that does nothing by itself; each connection's certificate is checked
 * </pre>
 */
package org.openhab.binding.selectronic.internal.http;
