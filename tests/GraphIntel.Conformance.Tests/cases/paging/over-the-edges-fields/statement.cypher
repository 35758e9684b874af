CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:CONTROLS]->(n3:Place)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.from >= $p.a3 AND (r2.from > $p.a3 OR r2.from = $p.a3 AND (n3.id > $p.a4 OR n3.id = $p.a4 AND (r2.id > $p.a5)))
    WITH *
    ORDER BY r2.from IS NOT NULL ASC, r2.from ASC, n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [r2.from, n3.id, r2.id, r2.from, n3.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
