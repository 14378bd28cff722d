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
 * The command of openHAB's console, for service work. Its output is in English, as usual for consoles.
 *
 * <pre>
 * words -> SelectronicConsole -> Subcommand, OwnThings (which command, which thing) -> Listing -> console, file
 * </pre>
 */
package org.openhab.binding.selectronic.internal.console;
