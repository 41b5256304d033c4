/// <reference types="@tarojs/taro" />
declare module '*.png';
declare module '*.scss';
/** Whether the demo's people and clock are built in. */
declare const DEMO: boolean;
/** What stands before `/api`: nothing on H5, the server's address in WeChat. */
declare const API_BASE: string;
/** What the contract of this build is known by; another one, another shape of answers. */
declare const CONTRACT: string;
