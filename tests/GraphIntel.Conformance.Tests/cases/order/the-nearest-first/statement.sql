SELECT json_array((
  SELECT count(*) FROM "n_Place" n1 WHERE (n1."location$lat" BETWEEN ?1 - degrees((?3 + 1) / 6378140.0) AND ?1 + degrees((?3 + 1) / 6378140.0) AND (
    SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
      SELECT pow(sin((radians(n1."location$lat") - radians(?1)) / 2.0), 2.0) + pow(sin((radians(n1."location$lon") - radians(?2)) / 2.0), 2.0) * cos(radians(n1."location$lat")) * cos(radians(?1)) AS h
    )
  ) <= ?3)
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2, CASE WHEN q1.c3 IS NULL THEN NULL ELSE json_array(q1.c3, q1.c4) END)) FROM (
    SELECT (
      SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
        SELECT pow(sin((radians(n1."location$lat") - radians(?4)) / 2.0), 2.0) + pow(sin((radians(n1."location$lon") - radians(?5)) / 2.0), 2.0) * cos(radians(n1."location$lat")) * cos(radians(?4)) AS h
      )
    ) AS c0, n1."id" AS c1, n1."name" AS c2, n1."location$lat" AS c3, n1."location$lon" AS c4 FROM "n_Place" n1 WHERE (n1."location$lat" BETWEEN ?1 - degrees((?3 + 1) / 6378140.0) AND ?1 + degrees((?3 + 1) / 6378140.0) AND (
      SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
        SELECT pow(sin((radians(n1."location$lat") - radians(?1)) / 2.0), 2.0) + pow(sin((radians(n1."location$lon") - radians(?2)) / 2.0), 2.0) * cos(radians(n1."location$lat")) * cos(radians(?1)) AS h
      )
    ) <= ?3) ORDER BY (
      SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
        SELECT pow(sin((radians(n1."location$lat") - radians(?4)) / 2.0), 2.0) + pow(sin((radians(n1."location$lon") - radians(?5)) / 2.0), 2.0) * cos(radians(n1."location$lat")) * cos(radians(?4)) AS h
      )
    ) ASC, n1."id" ASC LIMIT ?7
  ) q1
))
