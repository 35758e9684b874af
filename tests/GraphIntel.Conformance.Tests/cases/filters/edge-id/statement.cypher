CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
