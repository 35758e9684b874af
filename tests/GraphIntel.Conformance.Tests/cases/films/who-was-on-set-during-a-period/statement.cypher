CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:ACTED_IN]-(n3:Person)
    WHERE (r2.hired IS NULL OR r2.hired < $p.a2) AND (r2.released IS NULL OR r2.released > $p.a1)
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a4
    RETURN [r2.released, n3.id]
  } AS c0
  RETURN [c0]
} AS c1, COLLECT {
  MATCH (n4:Film)
  WHERE EXISTS {
    MATCH (n4)<-[r5:ACTED_IN]-(n6:Person)
    WHERE (r5.hired IS NULL OR r5.hired < $p.a6) AND (r5.released IS NULL OR r5.released > $p.a5)
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a8
  RETURN [n4.id]
} AS c2, COLLECT {
  MATCH (n7:Film)
  WHERE NOT EXISTS {
    MATCH (n7)<-[r8:ACTED_IN]-(n9:Person)
    WHERE (r8.hired IS NULL OR r8.hired < $p.a10) AND (r8.released IS NULL OR r8.released > $p.a9) AND NOT coalesce(n9.name STARTS WITH $p.a11, false)
    RETURN 1
  } AND EXISTS {
    MATCH (n7)-[r10:SEQUEL_OF]->(n11:Film)
    RETURN 1
  } AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a13
  RETURN [n7.id]
} AS c3
RETURN [c1[0], c2, c3] AS r
