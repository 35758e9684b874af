SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, CASE WHEN json_valid(q1.c1) THEN json(q1.c1) ELSE q1.c1 END)) FROM (
    SELECT n1."id" AS c0, n1."aliases" AS c1 FROM "n_Place" n1 WHERE EXISTS (
      SELECT 1 FROM json_each(CASE WHEN json_valid(n1."aliases") THEN CASE json_type(n1."aliases") WHEN 'array' THEN n1."aliases" END END) e2 WHERE e2."value" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE EXISTS (
      SELECT 1 FROM json_each(CASE WHEN json_valid(n3."aliases") THEN CASE json_type(n3."aliases") WHEN 'array' THEN n3."aliases" END END) e4 WHERE substr(e4."value", 1, length(?4)) = ?4 AND (?5 = '' AND e4."value" IS NOT NULL OR substr(e4."value", -length(?5)) = ?5)
    ) ORDER BY n3."id" ASC LIMIT ?7
  ) q3
))
