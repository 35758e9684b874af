SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."name" AS c0, n1."kind" AS c1 FROM "n_Place" n1 WHERE (n1."location$lat" BETWEEN ?1 - degrees((?3 + 1) / 6378140.0) AND ?1 + degrees((?3 + 1) / 6378140.0) AND (
      SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
        SELECT pow(sin((radians(n1."location$lat") - radians(?1)) / 2.0), 2.0) + pow(sin((radians(n1."location$lon") - radians(?2)) / 2.0), 2.0) * cos(radians(n1."location$lat")) * cos(radians(?1)) AS h
      )
    ) <= ?3) ORDER BY n1."id" ASC LIMIT ?5
  ) q1
), (
  SELECT count(*) FROM "n_Event" n2 WHERE (n2."location$lat" BETWEEN ?6 AND ?8 AND CASE WHEN ?7 <= ?9 THEN n2."location$lon" BETWEEN ?7 AND ?9 ELSE n2."location$lon" >= ?7 OR n2."location$lon" <= ?9 END) AND n2."start" >= ?10
))
