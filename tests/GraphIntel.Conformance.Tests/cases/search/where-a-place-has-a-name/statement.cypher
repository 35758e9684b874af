CYPHER 5
WITH COUNT {
  MATCH (n1:Event)-[r2:OCCURRED_AT]->(n3:Place) USING INDEX SEEK n3:Place(id)
  WHERE n3.id IN $p.a0
  WITH DISTINCT n1
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)-[r2:OCCURRED_AT]->(n3:Place) USING INDEX SEEK n3:Place(id)
  WHERE n3.id IN $p.a0
  WITH DISTINCT n1
  WHERE n1.start IS NOT NULL AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a1
  RETURN [n1.id, n1.start]
} AS c1
RETURN [c0, c1] AS r
