CYPHER 5
WITH COLLECT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND r1.id IS NOT NULL AND n2.name IS NOT NULL AND n2.id IS NOT NULL
  WITH *
  ORDER BY n2.name DESC, n3.kind ASC, r1.until IS NOT NULL DESC, r1.until DESC, r1.id DESC LIMIT $p.a0
  WITH *, COLLECT {
    WITH startNode(r1) AS n4
    RETURN [n4.name]
  } AS c0, COLLECT {
    WITH endNode(r1) AS n5
    RETURN [n5.kind]
  } AS c1
  RETURN [r1.id, c0[0], c1[0], r1.until]
} AS c2
RETURN [c2] AS r
