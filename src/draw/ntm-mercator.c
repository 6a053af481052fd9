/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web-Mercator (EPSG:3857) scaled to the unit square, y down as in tiles. */

#include "ntm-mercator.h"

#include <math.h>

#define EARTH_CIRCUMFERENCE (2 * G_PI * 6378137.0)

/**
 * ntm_mercator_from_degrees:
 * @longitude: degrees east
 * @latitude: degrees north; beyond %NTM_MERCATOR_MAX_LATITUDE it is cut
 *
 * Returns: the place in the unit square: x from 180° W, y from the north
 */
NtmPoint
ntm_mercator_from_degrees (double longitude, double latitude)
{
  double phi = CLAMP (latitude, -NTM_MERCATOR_MAX_LATITUDE, NTM_MERCATOR_MAX_LATITUDE) * G_PI / 180;

  return (NtmPoint) { longitude / 360 + 0.5, 0.5 - asinh (tan (phi)) / (2 * G_PI) };
}

/**
 * ntm_mercator_to_degrees:
 * @x: of the unit square
 * @y: of the unit square, down
 *
 * Returns: longitude and latitude
 */
NtmPoint
ntm_mercator_to_degrees (double x, double y)
{
  return (NtmPoint) { (x - 0.5) * 360, atan (sinh ((0.5 - y) * 2 * G_PI)) * 180 / G_PI };
}

/**
 * ntm_mercator_metres:
 * @y: of the unit square
 *
 * Returns: how many metres on the ground one unit of the square is at @y (on the sphere)
 */
double
ntm_mercator_metres (double y)
{
  return EARTH_CIRCUMFERENCE / cosh ((0.5 - y) * 2 * G_PI);
}
