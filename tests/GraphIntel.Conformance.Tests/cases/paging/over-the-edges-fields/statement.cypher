CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:CONTROLS]->(n2:Place)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.from >= $p.a1 AND (r3.from > $p.a1 OR (r3.from = $p.a1 AND (n2.id > $p.a2 OR (n2.id = $p.a2 AND r3.id > $p.a3))))
    WITH *
    ORDER BY r3.from IS NOT NULL ASC, r3.from ASC, n2.id ASC, r3.id ASC LIMIT $p.a4
    RETURN [r3.from, n2.id, r3.id, r3.from, n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
