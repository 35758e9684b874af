CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.from >= $p.a0 AND r1.from <= $p.a1 AND r1.from >= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a2 WHEN 'WEEK' THEN $p.a3 WHEN 'MONTH' THEN $p.a4 WHEN 'LONGER' THEN $p.a4 ELSE $p.a5 END AND r1.from <= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a6 WHEN 'WEEK' THEN $p.a7 WHEN 'MONTH' THEN $p.a8 WHEN 'LONGER' THEN $p.a8 ELSE $p.a9 END AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a10
  WITH *, COLLECT {
    WITH endNode(r1) AS n2
    RETURN [n2.name]
  } AS c0
  RETURN [r1.from, r1.fromPrecision, c0[0]]
} AS c1
RETURN [c1] AS r
;
CYPHER 5
WITH COUNT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.from >= $p.a0 AND r1.from <= $p.a1 AND r1.from >= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a2 WHEN 'WEEK' THEN $p.a3 WHEN 'MONTH' THEN $p.a4 WHEN 'LONGER' THEN $p.a4 ELSE $p.a5 END AND r1.from <= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a6 WHEN 'WEEK' THEN $p.a7 WHEN 'MONTH' THEN $p.a8 WHEN 'LONGER' THEN $p.a8 ELSE $p.a9 END AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.from >= $p.a0 AND r1.from <= $p.a1 AND r1.from >= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a2 WHEN 'WEEK' THEN $p.a3 WHEN 'MONTH' THEN $p.a4 WHEN 'LONGER' THEN $p.a4 ELSE $p.a5 END AND r1.from <= CASE r1.fromPrecision WHEN 'DAYS' THEN $p.a6 WHEN 'WEEK' THEN $p.a7 WHEN 'MONTH' THEN $p.a8 WHEN 'LONGER' THEN $p.a8 ELSE $p.a9 END AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a10
  WITH *, COLLECT {
    WITH endNode(r1) AS n2
    RETURN [n2.name]
  } AS c0
  RETURN [c0[0]]
} AS c1
RETURN [c1] AS r
