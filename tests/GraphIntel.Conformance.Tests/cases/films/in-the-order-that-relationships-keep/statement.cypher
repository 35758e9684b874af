CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:ACTED_IN]->(n3:Film)
    WITH *
    ORDER BY n3.year IS NOT NULL DESC, n3.year DESC, n3.id DESC, r2.id DESC LIMIT $p.a2
    RETURN [n3.year, n3.id, r2.id, r2.roles, n3.title, n3.year]
  } AS c0, COLLECT {
    MATCH (n1)-[r4:ACTED_IN]->(n5:Film)
    WHERE any(e6 IN r4.roles WHERE e6 CONTAINS $p.a3) AND n5.year < $p.a4
    WITH *
    ORDER BY n5.year IS NOT NULL ASC, n5.year ASC, n5.id ASC, r4.id ASC LIMIT $p.a6
    RETURN [n5.title]
  } AS c1, COLLECT {
    MATCH (n1)-[r7:DIRECTED]->(n8:Film)
    WITH *
    ORDER BY n8.id ASC LIMIT $p.a8
    RETURN [n8.title]
  } AS c2
  RETURN [c0, c1, c2]
} AS c3, COLLECT {
  MATCH (n9:Film)
  WHERE n9.id = $p.a9
  WITH *, COLLECT {
    MATCH (n9)<-[r10:DIRECTED]-(n11:Person) USING INDEX r10:DIRECTED(`$target`, `$sourceOrder`, `$source`, id)
    WHERE r10.`$target` = n9.id AND r10.`$sourceOrder` IS NOT NULL AND r10.`$source` IS NOT NULL AND r10.id IS NOT NULL
    WITH *
    ORDER BY r10.`$target` DESC, r10.`$sourceOrder` DESC, r10.`$source` DESC, r10.id DESC LIMIT $p.a11
    WITH *, COLLECT {
      MATCH (n11)-[r12:ACTED_IN]->(n13:Film)
      WITH *
      ORDER BY n13.id ASC, r12.id ASC LIMIT $p.a13
      RETURN [n13.id]
    } AS c4
    RETURN [r10.`$sourceOrder`, c4]
  } AS c5
  RETURN [c5]
} AS c6
RETURN [c3[0], c6[0]] AS r
