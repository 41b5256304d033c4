/** What WeChat says of somebody's words or picture: nothing against it, a person should look, or not to be shown. */
export type Verdict = 'pass' | 'review' | 'risky';

/** A subscribe message: the fields of a template WeChat has approved, and where a tap leads. Never what somebody wrote. */
export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** A page of the mini-program, with its query. */
  page: string;
  fields: Readonly<Record<string, string>>;
}

/**
 * What came of a subscribe message. `no_consent`: refused, taken back or used up (43101). `unknown`: the answer was lost on its way, it may have
 * been shown,
 * so it is not sent again. `later`: WeChat took nothing and may be asked again.
 */
export type Delivery = 'sent' | 'no_consent' | 'unknown' | 'later';

/** WeChat's servers as this house asks them. Nothing waits longer than two seconds; nobody's words or number stand in an error. */
export interface WeChat {
  /**
   * Who holds the phone a login code came from (code2Session).
   * @throws Problem `wechat/code-used` for a code that is wrong, used or too old, `wechat/too-often`, `wechat/away`
   */
  signIn(code: string): Promise<{ openid: string }>;
  /**
   * The number WeChat vouches for (getPhoneNumber); costs money, so it is asked once, at binding.
   * @returns eleven digits
   * @throws Problem `wechat/code-used`, `wechat/too-often`, `wechat/away`, `wechat/foreign-number`
   */
  phoneNumber(code: string): Promise<string>;
  /**
   * What to think of these words (msg_sec_check v2); null where WeChat did not say: away, out of quota, or too long since this person was last here
   * (61010).
   */
  checkWords(given: { openid: string; words: string }): Promise<Verdict | null>;
  /** Has a picture looked at (media_check_async): the name its verdict will come back under, or null where WeChat did not take it. */
  checkPicture(given: { openid: string; url: string }): Promise<string | null>;
  /**
   * A code that opens a page of the mini-program where it is scanned (getUnlimitedQRCode), as a picture; null where WeChat did not give it.
   * @param given the page without a slash before it, and at most 32 characters it is opened with
   */
  pageCode(given: { page: string; scene: string }): Promise<Uint8Array | null>;
  /** Sends one subscribe message. */
  send(message: SubscribeMessage): Promise<Delivery>;
}
