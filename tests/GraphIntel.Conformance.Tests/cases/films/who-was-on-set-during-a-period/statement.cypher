CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:ACTED_IN]-(n2:Person)
    WHERE (r3.hired IS NULL OR r3.hired < $p.a1) AND (r3.released IS NULL OR r3.released > $p.a2)
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a3
    RETURN [r3.released, n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE EXISTS {
    MATCH (n1)<-[r3:ACTED_IN]-(n2:Person)
    WHERE (r3.hired IS NULL OR r3.hired < $p.a0) AND (r3.released IS NULL OR r3.released > $p.a1)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE NOT EXISTS {
    MATCH (n1)<-[r3:ACTED_IN]-(n2:Person)
    WHERE (r3.hired IS NULL OR r3.hired < $p.a0) AND (r3.released IS NULL OR r3.released > $p.a1) AND NOT coalesce(n2.name STARTS WITH $p.a2, false)
    RETURN 1
  } AND EXISTS {
    MATCH (n1)-[r5:SEQUEL_OF]->(n4:Film)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a3
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
