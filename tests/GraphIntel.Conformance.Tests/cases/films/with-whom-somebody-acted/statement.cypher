CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r4:ACTED_IN]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:ACTED_IN]-(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Person AND n2 <> n1
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r4:ACTED_IN]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:ACTED_IN]-(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2, 2 AS w3
    WHERE n2:Person AND n2 <> n1
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [w3, n2.name]
  } AS c1, COUNT {
    MATCH (n1)-[r8:ACTED_IN]->(w7x1)
    WHERE (r8.hired IS NULL OR r8.hired <= $p.a2) AND (r8.released IS NULL OR r8.released > $p.a2)
    WITH DISTINCT w7x1
    MATCH (w7x1)<-[r9:ACTED_IN]-(w7x2)
    WHERE (r9.hired IS NULL OR r9.hired <= $p.a2) AND (r9.released IS NULL OR r9.released > $p.a2)
    WITH DISTINCT w7x2
    WITH w7x2 AS n6
    WHERE n6:Person AND n6 <> n1
    RETURN n6
  } AS c2, COLLECT {
    MATCH (n1)-[r12:ACTED_IN]->(w11x1)
    WHERE (r12.hired IS NULL OR r12.hired <= $p.a3) AND (r12.released IS NULL OR r12.released > $p.a3)
    WITH DISTINCT w11x1
    MATCH (w11x1)<-[r13:ACTED_IN]-(w11x2)
    WHERE (r13.hired IS NULL OR r13.hired <= $p.a3) AND (r13.released IS NULL OR r13.released > $p.a3)
    WITH DISTINCT w11x2
    WITH w11x2 AS n10, 2 AS w11
    WHERE n10:Person AND n10 <> n1
    WITH *
    ORDER BY w11 ASC, n10.id ASC LIMIT $p.a4
    RETURN [n10.id]
  } AS c3
  RETURN [c0, c1, c2, c3]
} AS c4
RETURN [c4[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r4:ACTED_IN]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:ACTED_IN]-(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Person AND n2 <> n1
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r4:ACTED_IN]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:ACTED_IN]-(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2, 2 AS w3
    WHERE n2:Person AND n2 <> n1
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE EXISTS {
    MATCH (n1)-[r4:ACTED_IN]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:ACTED_IN]-(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Person AND n2 <> n1 AND n2.name STARTS WITH $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
