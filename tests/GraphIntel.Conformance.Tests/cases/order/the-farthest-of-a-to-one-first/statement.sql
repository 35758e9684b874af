SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n5."name") FROM "r_OCCURRED_AT" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = q1.c1
  ))) FROM (
    SELECT n1."id" AS c0, n1."$key" AS c1 FROM "n_Event" n1 ORDER BY (
      SELECT (
        SELECT CAST(floor(6378140.0 * 2.0 * atan2(sqrt(h), sqrt(max(0.0, 1.0 - h))) + 0.5) AS INTEGER) FROM (
          SELECT pow(sin((radians(n3."location$lat") - radians(?1)) / 2.0), 2.0) + pow(sin((radians(n3."location$lon") - radians(?2)) / 2.0), 2.0) * cos(radians(n3."location$lat")) * cos(radians(?1)) AS h
        )
      ) FROM "r_OCCURRED_AT" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key"
    ) DESC, n1."id" ASC LIMIT ?4
  ) q1
))
