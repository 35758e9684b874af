SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, CASE WHEN q1.c1 IS NULL THEN NULL ELSE json_array(q1.c1, q1.c2) END)) FROM (
    SELECT n1."title" AS c0, n1."shotAt$lat" AS c1, n1."shotAt$lon" AS c2 FROM "n_Film" n1 WHERE (n1."shotAt$lat" BETWEEN ?1 AND ?3 AND CASE WHEN ?2 <= ?4 THEN n1."shotAt$lon" BETWEEN ?2 AND ?4 ELSE n1."shotAt$lon" >= ?2 OR n1."shotAt$lon" <= ?4 END) ORDER BY n1."id" ASC LIMIT ?6
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."title" AS c0 FROM "n_Film" n2 WHERE ((n2."shotAt$lat" BETWEEN ?7 AND ?9 AND CASE WHEN ?8 <= ?10 THEN n2."shotAt$lon" BETWEEN ?8 AND ?10 ELSE n2."shotAt$lon" >= ?8 OR n2."shotAt$lon" <= ?10 END)) IS NOT TRUE ORDER BY n2."id" ASC LIMIT ?12
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."title" AS c0 FROM "n_Film" n3 WHERE (n3."shotAt$lat" BETWEEN ?13 AND ?15 AND CASE WHEN ?14 <= ?16 THEN n3."shotAt$lon" BETWEEN ?14 AND ?16 ELSE n3."shotAt$lon" >= ?14 OR n3."shotAt$lon" <= ?16 END) ORDER BY n3."id" ASC LIMIT ?18
  ) q3
))
