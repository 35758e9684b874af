CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:ACTED_IN]->(w5x1)
    WITH DISTINCT w5x1
    MATCH (w5x1)<-[r3:ACTED_IN]-(w5x2)
    WITH DISTINCT w5x2
    WITH w5x2 AS n4
    WHERE n4:Person AND n4 <> n1
    RETURN n4
  } AS c0, COLLECT {
    MATCH (n1)-[r2:ACTED_IN]->(w5x1)
    WITH DISTINCT w5x1
    MATCH (w5x1)<-[r3:ACTED_IN]-(w5x2)
    WITH DISTINCT w5x2
    WITH w5x2 AS n4, 2 AS w5
    WHERE n4:Person AND n4 <> n1
    WITH *
    ORDER BY w5 ASC, n4.id ASC LIMIT $p.a2
    RETURN [w5, n4.name]
  } AS c1, COUNT {
    MATCH (n1)-[r6:ACTED_IN]->(w9x1)
    WHERE (r6.hired IS NULL OR r6.hired <= $p.a3) AND (r6.released IS NULL OR r6.released > $p.a3)
    WITH DISTINCT w9x1
    MATCH (w9x1)<-[r7:ACTED_IN]-(w9x2)
    WHERE (r7.hired IS NULL OR r7.hired <= $p.a3) AND (r7.released IS NULL OR r7.released > $p.a3)
    WITH DISTINCT w9x2
    WITH w9x2 AS n8
    WHERE n8:Person AND n8 <> n1
    RETURN n8
  } AS c2, COLLECT {
    MATCH (n1)-[r10:ACTED_IN]->(w13x1)
    WHERE (r10.hired IS NULL OR r10.hired <= $p.a6) AND (r10.released IS NULL OR r10.released > $p.a6)
    WITH DISTINCT w13x1
    MATCH (w13x1)<-[r11:ACTED_IN]-(w13x2)
    WHERE (r11.hired IS NULL OR r11.hired <= $p.a6) AND (r11.released IS NULL OR r11.released > $p.a6)
    WITH DISTINCT w13x2
    WITH w13x2 AS n12, 2 AS w13
    WHERE n12:Person AND n12 <> n1
    WITH *
    ORDER BY w13 ASC, n12.id ASC LIMIT $p.a8
    RETURN [n12.id]
  } AS c3
  RETURN [c0, c1, c2, c3]
} AS c4, COLLECT {
  MATCH (n14:Person)
  WHERE n14.id = $p.a9
  WITH *, COUNT {
    MATCH (n14)-[r15:ACTED_IN]->(w18x1)
    WITH DISTINCT w18x1
    MATCH (w18x1)<-[r16:ACTED_IN]-(w18x2)
    WITH DISTINCT w18x2
    WITH w18x2 AS n17
    WHERE n17:Person AND n17 <> n14
    RETURN n17
  } AS c5, COLLECT {
    MATCH (n14)-[r15:ACTED_IN]->(w18x1)
    WITH DISTINCT w18x1
    MATCH (w18x1)<-[r16:ACTED_IN]-(w18x2)
    WITH DISTINCT w18x2
    WITH w18x2 AS n17, 2 AS w18
    WHERE n17:Person AND n17 <> n14
    WITH *
    ORDER BY w18 ASC, n17.id ASC LIMIT $p.a11
    RETURN [n17.id]
  } AS c6
  RETURN [c5, c6]
} AS c7, COLLECT {
  MATCH (n19:Person)
  WHERE EXISTS {
    MATCH (n19)-[r20:ACTED_IN]->(w23x1)
    WITH DISTINCT w23x1
    MATCH (w23x1)<-[r21:ACTED_IN]-(w23x2)
    WITH DISTINCT w23x2
    WITH w23x2 AS n22
    WHERE n22:Person AND n22 <> n19 AND n22.name STARTS WITH $p.a12
    RETURN 1
  } AND n19.id IS NOT NULL
  WITH *
  ORDER BY n19.id ASC LIMIT $p.a14
  RETURN [n19.id]
} AS c8
RETURN [c4[0], c7[0], c8] AS r
