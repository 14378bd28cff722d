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
 * Parameters of the things. Each class reports its first problem as the key of a text for the owner: openHAB validates
 * values entered in its user interface, but not those in text files.
 *
 * <pre>
 * things (user interface or text file) -> ...Configuration -> Parameters (checks in turn) -> ConfigurationProblem
 * </pre>
 */
package org.openhab.binding.selectronic.internal.config;
