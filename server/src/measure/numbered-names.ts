/** Names that a number behind them belongs to: "Tier 1", "ISO 27001". Alternatives of an expression. */
export const NAMED =
  'tier|level|phase|python|iso|iec|iso/iec|soc|wcag|windows|ios|android|angular|vue|react|php|java|series|section|' +
  'chapter|wave|sprint|milestone|okr|kr|objective|area|zone|gate|horizon|pillar|priority|p|s|sev|severity|web|' +
  'industry|http|tls|s&p|fortune|forbes|ftse|nasdaq|covid|title|scope|appendix|option|rails|django|ubuntu|debian|' +
  'postgres|postgresql|mysql|kubernetes|openapi|edition|season|episode|volume|sdg|rfc|cve|batch|iteration|lesson|' +
  'module|floor|booth|article|annex|exhibit|lane|generation|gen|iphone|drupal|oracle|symfony|laravel|wordpress|' +
  'magento|redis|mongodb|cassandra|kafka|hadoop|ruby|rust|scala|kotlin|swift|flutter|dotnet|typescript|css|html|' +
  'bootstrap|tailwind|svelte|ember|jquery|webpack|gradle|maven|bazel|terraform|ansible|istio|docker|rhel|centos|' +
  'fedora|macos|chrome|firefox|safari|unity|cuda|pytorch|tensorflow|gpt|llama|basel|ifrs|ias|asc|cmmi|boeing|airbus|' +
  'pci dss|gdpr article|agenda|vision|figure|room|building|terminal|highway|route|cohort|day|week|month|year|' +
  'quarter';

/** Names that are also verbs: a number behind one of these names nothing where something is counted behind it. */
export const VERBISH = 'stage|step|part|type|class|grade|round|release|version|form|model';
