CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      WITH startNode(r3) AS w5x0
      MATCH (w5x0)<-[r6:BACKS]-(w5x1)
      WHERE r6.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r6.from, r6.attestedFrom) IS NULL OR coalesce(r6.from, r6.attestedFrom) <= endNode(r3).start) AND (r6.until IS NULL OR r6.until > endNode(r3).start)
      WITH DISTINCT w5x1
      WITH w5x1 AS n4, 1 AS w5
      WHERE n4:Actor AND n4 <> startNode(r3)
      WITH *
      ORDER BY w5 ASC, n4.id ASC LIMIT $p.a1
      RETURN [w5, n4.id]
    } AS c0, COUNT {
      WITH startNode(r3) AS w8x0
      MATCH (w8x0)<-[r9:BACKS]-(w8x1)
      WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
      WITH DISTINCT w8x1
      WITH w8x1 AS n7
      WHERE n7:Actor AND n7 <> startNode(r3)
      RETURN n7
    } AS c1
    RETURN [r3.role, n2.id, c0, r3.id, c1]
  } AS c2
  RETURN [c2]
} AS c3
RETURN [c3[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r1) AS n2
    RETURN [n2.id]
  } AS c0, COLLECT {
    WITH startNode(r1) AS w4x0
    MATCH (w4x0)<-[r5:BACKS]-(w4x1)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= endNode(r1).start) AND (r5.until IS NULL OR r5.until > endNode(r1).start)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Actor AND n3 <> startNode(r1)
    WITH *
    ORDER BY n3.name DESC, n3.id DESC LIMIT $p.a1
    RETURN [n3.name]
  } AS c1
  RETURN [0, c0[0], c1] AS v
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.id = $p.a0
  WITH *, COUNT {
    WITH startNode(r1) AS w3x0
    MATCH (w3x0)<-[r4:BACKS]-(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= endNode(r1).start) AND (r4.until IS NULL OR r4.until > endNode(r1).start)
    WITH DISTINCT w3x1
    WITH w3x1 AS n2
    WHERE n2:Actor AND n2 <> startNode(r1)
    RETURN n2
  } AS c0, COUNT {
    WITH startNode(r1) AS w6x0
    MATCH (w6x0)<-[r7:BACKS]-(w6x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND (r7.from IS NULL OR r7.from <= endNode(r1).start) AND (r7.until IS NULL OR r7.until > endNode(r1).start)
    WITH DISTINCT w6x1
    WITH w6x1 AS n5
    WHERE n5:Actor AND n5 <> startNode(r1)
    RETURN n5
  } AS c1, COLLECT {
    WITH startNode(r1) AS w6x0
    MATCH (w6x0)<-[r7:BACKS]-(w6x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND (r7.from IS NULL OR r7.from <= endNode(r1).start) AND (r7.until IS NULL OR r7.until > endNode(r1).start)
    WITH DISTINCT w6x1
    WITH w6x1 AS n5, 1 AS w6
    WHERE n5:Actor AND n5 <> startNode(r1)
    WITH *
    ORDER BY w6 ASC, n5.id ASC LIMIT $p.a1
    RETURN [n5.id]
  } AS c2
  RETURN [0, c0, c1, c2] AS v
} AS c3
RETURN [c3[0]] AS r
