CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:CONTROLS]->(n2:Place) USING INDEX SEEK n2:Place(id)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id = $p.a0 AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a1
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:CONTROLS]->() USING INDEX SEEK n2:Actor(id)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id IN $p.a0 AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH (n2:Actor)-[r1:CONTROLS]->() USING INDEX SEEK n2:Actor(id)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id IN $p.a0 AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a1
  RETURN [r1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place) USING INDEX SEEK n2:Actor(id)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.id = $p.a0 AND n3.id = $p.a1 AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a2
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
