CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE (EXISTS {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND n3.id = $p.a0
    RETURN 1
  } OR n1.name IN $p.a1) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a3
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
