CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a1
    RETURN [n2.name]
  } AS c0, COLLECT {
    MATCH w5p1 = (n1)<-[r6s:BACKS*1..6]-(w5x1)
    WHERE all(r6 IN r6s WHERE r6.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w5x1, min(length(w5p1)) AS w5d1
    WITH w5x1 AS n4, w5d1 AS w5
    WHERE n4:Actor AND n4 <> n1
    WITH *
    ORDER BY w5 ASC, n4.id ASC LIMIT $p.a2
    RETURN [w5, n4.name]
  } AS c1, COUNT {
    MATCH (n1)-[r9:BACKS]->(w8x1)
    WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r9, w8x1
    MATCH (w8x1)-[r10:PARTICIPATED_IN]->(w8x2)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r9.from, r9.attestedFrom) IS NULL OR coalesce(r9.from, r9.attestedFrom) <= w8x2.start) AND (r9.until IS NULL OR r9.until > w8x2.start)
    WITH DISTINCT w8x2
    WITH w8x2 AS n7
    WHERE n7:Event AND n7.start >= $p.a3 AND n7.start < $p.a4
    RETURN n7
  } AS c2, COLLECT {
    MATCH (n1)-[r9:BACKS]->(w8x1)
    WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT r9, w8x1
    MATCH (w8x1)-[r10:PARTICIPATED_IN]->(w8x2)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r9.from, r9.attestedFrom) IS NULL OR coalesce(r9.from, r9.attestedFrom) <= w8x2.start) AND (r9.until IS NULL OR r9.until > w8x2.start)
    WITH DISTINCT w8x2
    WITH w8x2 AS n7
    WHERE n7:Event AND n7.start >= $p.a3 AND n7.start < $p.a4
    WITH *
    ORDER BY n7.start DESC, n7.id DESC LIMIT $p.a5
    WITH *, COLLECT {
      MATCH (n7)-[r12:OCCURRED_AT]->(n11:Place)
      WITH *, COLLECT {
        MATCH (n11)-[r14:PART_OF]->(n13:Place)
        RETURN [n13.name]
      } AS c3
      RETURN [n11.name, c3[0]]
    } AS c4
    RETURN [n7.title, c4[0]]
  } AS c5
  RETURN [c0, c1, c2, c5]
} AS c6
RETURN [c6[0]] AS r
